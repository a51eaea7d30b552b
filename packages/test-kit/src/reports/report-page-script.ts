/**
 * What the page of a report does in a browser: the address tells which cases are shown and which one is open, as
 * `#to-mend/part/case`, `#to-mend` or `#part/case`. Without it all cases are shown, and open all the same.
 */
export const reportPageScript = `
const views = new Map([...document.querySelectorAll('.views a')].map((link) => [link.hash.slice(1), link]))
const rows = [...document.querySelectorAll('tr.case')]
let view = 'all'

// As the browser writes it in the address.
const addressOf = (id) => new URL('#' + id, location.href).hash.slice(1)

function show() {
  const address = location.hash.slice(1)
  const [first] = address.split('/', 1)
  view = views.has(first) ? first : 'all'
  const id = views.has(first) ? address.slice(first.length + 1) : address
  const outcomes = views.get(view).dataset.outcomes.split(' ')
  for (const row of rows) row.hidden = !outcomes.includes(row.dataset.outcome)
  for (const part of document.querySelectorAll('.cases > tbody')) part.hidden = !part.querySelector('tr.case:not([hidden])')
  for (const [name, link] of views) {
    if (name === view) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  document.querySelector('.empty').hidden = rows.some((row) => !row.hidden)
  const row = rows.find((row) => addressOf(row.id) === id)
  if (row === undefined) return
  row.querySelector('details').open = true
  row.scrollIntoView()
}

function note({ target }) {
  if (!target.matches('tr.case > td > details')) return
  const id = target.open ? target.closest('tr').id : ''
  const address = [view === 'all' ? '' : view, id].filter((part) => part !== '').join('/')
  history.replaceState(null, '', address === '' ? location.pathname + location.search : '#' + address)
}

addEventListener('hashchange', show)
document.addEventListener('toggle', note, true)
show()
`
