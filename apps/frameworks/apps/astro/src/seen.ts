/** The requests that reached the application. */
export const seen: string[] = []
