import { element, find } from './element.ts'
import { fetchAsPage } from './page-fetch.ts'
import { isStrangerOrder, type StrangerOrder, type StrangerReport } from './stranger-message.ts'

const dashboardOrigins = fetchDashboardOrigins()

find('#origin').textContent = location.origin
window.addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (source === window.parent && isStrangerOrder(data)) void obey(data, origin)
})

async function obey({ id, request }: StrangerOrder, origin: string): Promise<void> {
  // Any page can put this one into a frame and send it orders; it obeys the dashboard alone.
  if (!(await dashboardOrigins).includes(origin)) return
  const view = await fetchAsPage(request)
  const result = view.kind === 'response' ? `status ${view.status}, ${view.body.length} characters` : view.message
  find('#attempts').append(element('li', {}, `${new URL(request.url).origin}: ${result}`))
  const report: StrangerReport = { type: 'fetched', id, view }
  window.parent.postMessage(report, origin)
}

async function fetchDashboardOrigins(): Promise<readonly string[]> {
  const response = await fetch('/dashboard-origins')
  const origins: unknown = await response.json()
  return Array.isArray(origins) ? origins.map(String) : []
}
