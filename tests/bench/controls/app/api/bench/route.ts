/** The floor of an address for programs: no guard, nothing to read. */
export async function GET(request: Request): Promise<Response> {
  return Response.json({ data: [], from: new URL(request.url).pathname });
}
