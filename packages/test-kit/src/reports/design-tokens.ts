/** The design tokens as they are in `@corsac/design-tokens`; written by `pnpm run tokens`, not by hand. */
export const designTokens = `/*
 * Colours, type and spacing of everything that people look at.
 *
 * Text and outcome colours reach a contrast of 4.5 on every background below, lines and marks 3: tokens.test.ts
 * computes it. An outcome is a shape and a word first; its colour only repeats them.
 */
:root {
  color-scheme: light dark;

  /* Backgrounds, from the page to what stands out from it. */
  --color-page: #fbf8f3;
  --color-surface: #ffffff;
  --color-sunken: #f3ede3;

  /* Text. */
  --color-text: #231d16;
  --color-text-muted: #64594c;
  --color-accent-text: #96470f;
  --color-on-accent: #ffffff;

  /* Lines and marks. The accent is the fox. */
  --color-line: #e2d8c9;
  --color-line-strong: #8f8170;
  --color-accent: #b8591a;
  --color-focus: #b8591a;

  /* Outcomes. */
  --color-readable: #17663c;
  --color-blocked: #a02a1e;
  --color-preflight-refused: #6a3ba0;
  --color-not-applicable: #64594c;

  /* Series of a plot, told apart by their symbols too. */
  --color-series-1: #b8591a;
  --color-series-2: #0f6f7c;
  --color-series-3: #6a3ba0;

  --font-text: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  --font-mono: ui-monospace, SFMono-Regular, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --size-small: 0.8125rem;
  --size-text: 1rem;
  --size-large: 1.25rem;
  --size-title: clamp(1.5rem, 1.2rem + 1.4vw, 2.125rem);
  --line-height: 1.5;

  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-5: 1.5rem;
  --space-6: 2.5rem;

  --radius: 0.5rem;
  --radius-small: 0.25rem;
}

@media (prefers-color-scheme: dark) {
  :root {
    --color-page: #16120e;
    --color-surface: #201a14;
    --color-sunken: #2a231b;

    --color-text: #f4ece1;
    --color-text-muted: #b9ac9b;
    --color-accent-text: #f2ac6f;
    --color-on-accent: #1d1208;

    --color-line: #3d3429;
    --color-line-strong: #8f8170;
    --color-accent: #e8985a;
    --color-focus: #f2ac6f;

    --color-readable: #74d39b;
    --color-blocked: #ff9f8f;
    --color-preflight-refused: #cbaaf5;
    --color-not-applicable: #b9ac9b;

    --color-series-1: #e8985a;
    --color-series-2: #58c3d0;
    --color-series-3: #cbaaf5;
  }
}
`
