import { element, find } from './element.ts'
import { fetchExampleDescription } from './fetch-example-description.ts'
import { createOutcomeSection } from './outcome-section.ts'
import { createPenguinSection } from './penguin-section.ts'

const main = find('#main')

try {
  const description = await fetchExampleDescription()
  const outcomes = createOutcomeSection(description)
  main.append(createPenguinSection(description.servers), outcomes.element)
  outcomes.start()
} catch (error) {
  main.append(
    element(
      'p',
      { class: 'notice', role: 'alert' },
      `The list of servers could not be read. Is the example still running? ${String(error)}`,
    ),
  )
}
