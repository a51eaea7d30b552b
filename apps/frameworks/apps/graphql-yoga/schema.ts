import { setTimeout } from 'node:timers/promises'
import { createSchema } from 'graphql-yoga'

export const schema = createSchema({
  typeDefs: `
    type Query {
      items: [String!]!
      fail: String!
    }
    type Mutation {
      saveItem(name: String!): [String!]!
    }
    type Subscription {
      words: String!
    }
  `,
  resolvers: {
    Query: {
      items: () => ['apple', 'pear'],
      fail: () => {
        throw new Error('broken')
      },
    },
    Mutation: { saveItem: () => ['apple', 'pear'] },
    Subscription: {
      words: {
        async *subscribe() {
          yield { words: 'first' }
          await setTimeout(50)
          yield { words: 'second' }
        },
      },
    },
  },
})
