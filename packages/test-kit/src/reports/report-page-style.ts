/** How the page of a report looks, in terms of the design tokens. */
export const reportPageStyle = `
*,
*::before,
*::after {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--color-page);
  color: var(--color-text);
  font: var(--size-text) / var(--line-height) var(--font-text);
}

.page-header,
main,
.page-footer {
  max-width: 78rem;
  margin-inline: auto;
  padding-inline: clamp(var(--space-3), 3vw, var(--space-6));
}

.page-header {
  display: flex;
  gap: var(--space-4);
  align-items: flex-start;
  padding-block: var(--space-5) 0;
}

.page-header svg {
  flex: none;
  width: 3.25rem;
}

.shapes {
  position: absolute;
  width: 0;
  height: 0;
}

h1 {
  margin: 0;
  font-size: var(--size-title);
  line-height: 1.2;
  letter-spacing: -0.015em;
  overflow-wrap: anywhere;
}

h2,
h3 {
  margin: 0 0 var(--space-1);
  font-size: var(--size-small);
}

h3 {
  color: var(--color-text-muted);
  font-weight: 600;
}

.lead {
  max-width: 62rem;
  margin: var(--space-1) 0 0;
}

a {
  color: var(--color-accent-text);
}

code,
pre {
  font-family: var(--font-mono);
  font-size: 0.9em;
}

pre {
  margin: 0;
  padding: var(--space-3);
  border-radius: var(--radius-small);
  background: var(--color-sunken);
  font-size: var(--size-small);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}

:focus-visible {
  outline: 3px solid var(--color-focus);
  outline-offset: 2px;
}

.skip-link {
  position: absolute;
  left: -100vw;
}

.skip-link:focus {
  left: var(--space-4);
  padding: var(--space-2);
  background: var(--color-surface);
}

.sign {
  display: inline-flex;
  gap: 0.4em;
  align-items: flex-start;
  font-weight: 600;
  line-height: 1.25;
  color: var(--color-not-applicable);
}

.sign svg {
  flex: none;
  width: 1em;
  height: 1em;
  margin-top: 0.13em;
  fill: none;
  stroke: currentcolor;
  stroke-width: 2.2;
  stroke-linecap: round;
  stroke-linejoin: round;
}

.sign:is([data-sign='passed'], [data-sign='readable']) {
  color: var(--color-readable);
}

.sign:is([data-sign='failed'], [data-sign='blocked']) {
  color: var(--color-blocked);
}

.sign[data-sign='warned'] {
  color: var(--color-accent-text);
}

.sign:is(
  [data-sign='no-answer'],
  [data-sign='not-examined'],
  [data-sign='preflight-refused'],
  [data-sign='transport-error']
) {
  color: var(--color-preflight-refused);
}

.verdict {
  margin-block: var(--space-5);
}

.sentence {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-1) var(--space-3);
  align-items: baseline;
  margin: 0 0 var(--space-3);
  font-size: var(--size-large);
  font-weight: 700;
  line-height: 1.3;
}

.sums {
  border-collapse: collapse;
}

.sums :is(th, td) {
  padding: var(--space-1) var(--space-4) var(--space-1) 0;
  border-bottom: 1px solid var(--color-line);
  text-align: left;
  vertical-align: baseline;
}

.sums thead th {
  color: var(--color-text-muted);
  font-size: var(--size-small);
  font-weight: 600;
}

.sums .total {
  text-align: right;
  font-variant-numeric: tabular-nums;
}

.counts .sign {
  margin-right: var(--space-3);
}

.views ul {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-2);
  margin: 0 0 var(--space-3);
  padding: 0;
  list-style: none;
}

.views a {
  display: block;
  padding: var(--space-1) var(--space-3);
  border: 1px solid var(--color-line-strong);
  border-radius: var(--radius-small);
  background: var(--color-surface);
  color: var(--color-text);
  text-decoration: none;
}

.views a[aria-current] {
  border-color: var(--color-accent);
  background: var(--color-accent);
  color: var(--color-on-accent);
  font-weight: 600;
}

.cases {
  width: 100%;
  border: 1px solid var(--color-line);
  border-radius: var(--radius);
  border-spacing: 0;
  background: var(--color-surface);
  table-layout: fixed;
}

.cases caption {
  padding-bottom: var(--space-2);
  color: var(--color-text-muted);
  text-align: left;
}

.cases thead {
  position: sticky;
  z-index: 1;
  top: 0;
}

.cases thead th {
  padding: var(--space-2) var(--space-3);
  border-bottom: 1px solid var(--color-line);
  background: var(--color-sunken);
  font-size: var(--size-small);
  text-align: left;
}

.cases thead .outcome {
  width: 10.5rem;
}

.cases thead .kind {
  width: 6rem;
}

.cases .part th {
  padding: var(--space-4) var(--space-3) var(--space-2);
  color: var(--color-accent-text);
  font-size: var(--size-large);
  line-height: 1.3;
  text-align: left;
}

.cases td {
  padding: var(--space-2) var(--space-3);
  border-top: 1px solid var(--color-line);
  vertical-align: top;
}

.cases td.kind {
  color: var(--color-text-muted);
}

.case {
  /* The head of the table stays over what is scrolled to. */
  scroll-margin-top: 2.5rem;
}

td.outcome .sign {
  line-height: inherit;
}

td.outcome .sign svg {
  margin-top: 0.25em;
}

summary {
  cursor: pointer;
  overflow-wrap: anywhere;
}

.requirement {
  display: block;
  padding-left: 1.1rem;
  color: var(--color-text-muted);
}

.case:hover > td,
.case:has(> td > details[open]) > td {
  background: var(--color-page);
}

.cases .case:has(> td > details[open]) > td {
  border-top: 2px solid var(--color-accent);
}

.detail {
  display: grid;
  gap: var(--space-4);
  margin-top: var(--space-3);
}

.detail > * {
  min-width: 0;
}

.detail :is(ul, ol, p) {
  margin: 0;
}

.detail ul:not(.fields) {
  padding-left: 1.1rem;
  overflow-wrap: anywhere;
}

.mending {
  padding: var(--space-2) var(--space-3) var(--space-2) 1.6rem !important;
  border-left: 4px solid var(--color-accent);
  background: var(--color-surface);
}

.step {
  display: grid;
  gap: var(--space-2);
}

.step h2 {
  display: flex;
  flex-wrap: wrap;
  gap: 0 var(--space-3);
  margin: 0;
  overflow-wrap: anywhere;
}

.message {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: var(--space-4);
  padding: var(--space-3);
  border: 1px solid var(--color-line);
  border-radius: var(--radius);
  background: var(--color-surface);
}

.first-line {
  overflow-wrap: anywhere;
  font: 600 var(--size-small) / var(--line-height) var(--font-mono);
}

.fields {
  padding: 0;
  color: var(--color-text-muted);
  font: var(--size-small) / var(--line-height) var(--font-mono);
  list-style: none;
}

.fields li {
  padding-left: var(--space-2);
  border-left: 3px solid transparent;
  overflow-wrap: anywhere;
}

.fields .of-cors {
  border-left-color: var(--color-accent);
  color: var(--color-text);
}

.none {
  color: var(--color-text-muted);
  font-size: var(--size-small);
}

.browser ol {
  display: grid;
  gap: var(--space-1);
  padding: var(--space-2) 0 0;
  list-style: none;
}

.browser li {
  display: grid;
  grid-template-columns: 3rem minmax(0, 1fr);
  gap: var(--space-2);
  overflow-wrap: anywhere;
}

.step-verdict {
  color: var(--color-text-muted);
  font: 600 var(--size-small) / calc(var(--line-height) * 1.2) var(--font-mono);
}

.browser li[data-verdict='pass'] .step-verdict {
  color: var(--color-readable);
}

.browser li[data-verdict='fail'] {
  font-weight: 600;
}

.browser li[data-verdict='fail'] .step-verdict {
  color: var(--color-blocked);
}

.empty {
  padding: var(--space-4);
  border-left: 4px solid var(--color-accent);
  background: var(--color-surface);
}

.permalink,
.page-footer {
  color: var(--color-text-muted);
  font-size: var(--size-small);
}

.page-footer {
  padding-block: var(--space-5);
}

[hidden] {
  display: none !important;
}

@media (width <= 52rem) {
  .sums thead,
  .sums td:nth-child(2) {
    display: none;
  }

  .message {
    grid-template-columns: minmax(0, 1fr);
  }

  .cases,
  .cases caption,
  .cases thead,
  .cases tbody {
    display: block;
  }

  .cases caption {
    padding: var(--space-2) var(--space-3);
  }

  .cases thead tr {
    display: flex;
    justify-content: space-between;
    background: var(--color-sunken);
  }

  .cases thead :is(.outcome, .kind) {
    width: auto;
  }

  .cases thead th:last-child {
    position: absolute;
    overflow: hidden;
    width: 1px;
    height: 1px;
    clip-path: inset(50%);
  }

  .cases tr.case {
    display: grid;
    grid-template-columns: 1fr auto;
    border-top: 1px solid var(--color-line);
  }

  .cases tr.part {
    display: block;
  }

  .cases .part th {
    display: block;
  }

  .cases tr.case > td {
    padding-block: var(--space-2) 0;
    border-top: 0;
  }

  .cases .case:has(> td > details[open]) > td {
    border-top: 0;
  }

  .cases tr.case:has(> td > details[open]) {
    border-top: 2px solid var(--color-accent);
  }

  .cases tr.case > td:last-child {
    grid-column: 1 / -1;
    padding-bottom: var(--space-2);
  }
}

@media print {
  .cases thead {
    position: static;
  }
}
`
