export function GET(): Response {
  return Response.json({ error: 'There is nothing here.' }, { status: 404 })
}
