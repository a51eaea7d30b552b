import type { AppResponse } from './exchange.ts'

/** Looks at a response, and says what is wrong with it, in a sentence for each thing. */
export type ResponseCheck = (response: AppResponse) => readonly string[]

/** Demands a status. */
export function hasStatus(...expected: readonly number[]): ResponseCheck {
  return ({ status }) =>
    expected.includes(status) ? [] : [`the status is ${status}, instead of ${expected.join(' or ')}`]
}

/** Demands that a header is there, once, with this value. */
export function hasHeader(name: string, value: string): ResponseCheck {
  return (response) => {
    const values = valuesOf(response, name)
    return values.length === 1 && values[0] === value
      ? []
      : [`${name} is ${describeValues(values)}, instead of "${value}", once`]
  }
}

/** Demands that a header is not there. */
export function lacksHeader(name: string): ResponseCheck {
  return (response) => {
    const values = valuesOf(response, name)
    return values.length === 0 ? [] : [`${name} is ${describeValues(values)}, and ought not to be there`]
  }
}

/** Demands that no header of the CORS protocol is there. */
export function isUnshared(response: AppResponse): readonly string[] {
  const names = new Set(response.headers.map(([name]) => name).filter((name) => name.startsWith('access-control-')))
  return [...names].flatMap((name) => lacksHeader(name)(response))
}

/** Demands that a header that is a list has each of these members once, in whatever case. */
export function listsOnce(name: string, ...members: readonly string[]): ResponseCheck {
  return (response) => {
    const values = valuesOf(response, name)
    const found = values.flatMap((value) => value.split(',')).map((member) => member.trim().toLowerCase())
    return members.flatMap((member) => {
      const count = found.filter((each) => each === member.toLowerCase()).length
      return count === 1
        ? []
        : [`${name} is ${describeValues(values)}, and has "${member}" ${count} times, instead of once`]
    })
  }
}

/** Demands that the body holds these texts, in this order. */
export function holds(...texts: readonly string[]): ResponseCheck {
  return ({ body }) => {
    let from = 0
    for (const text of texts) {
      const found = body.indexOf(text, from)
      if (found === -1) return [`the body does not hold ${texts.map((each) => `"${each}"`).join(' and after it ')}`]
      from = found + text.length
    }
    return []
  }
}

/** Demands that there is no body. */
export function isEmpty({ body }: AppResponse): readonly string[] {
  return body === '' ? [] : ['there is a body']
}

/** Demands an answer that is not an error of the server. */
export function isHandled({ status }: AppResponse): readonly string[] {
  return status < 500 ? [] : [`the status is ${status}`]
}

function valuesOf({ headers }: AppResponse, name: string): readonly string[] {
  return headers.filter(([each]) => each === name).map(([, value]) => value)
}

function describeValues(values: readonly string[]): string {
  return values.length === 0 ? 'missing' : values.map((value) => `"${value}"`).join(' and ')
}
