import type { RouteDoor } from '@/lib/doors/facts';
import { type JsonSchema, jsonSchemaOf } from '@/lib/openapi/schema';

/** A route of the API: its address with `[name]` parts, its method, and the facts of its door. */
export type DescribedRoute = { address: string; method: string; door: RouteDoor };

type Parameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: JsonSchema;
  description?: string;
};
export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, JsonSchema>;
  security?: Record<string, string[]>[];
};
export type OpenApiDocument = {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: JsonSchema;
};

const problem = { $ref: '#/components/responses/Problem' };

const components = {
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', description: 'From POST /api/auth/token, or made on the account page.' },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'oriel-session',
      description: 'The session of a browser, same origin only.',
    },
  },
  responses: {
    Problem: {
      description: 'The reason, by RFC 9457, in the language of the person or of Accept-Language.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail'],
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        errors: {
          type: 'object',
          description: 'With status 422: the messages of each field.',
          additionalProperties: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

const health: Operation = {
  operationId: 'get_health',
  summary: 'Whether the portal can serve.',
  tags: ['health'],
  responses: {
    200: {
      description: 'It can.',
      content: { 'application/json': { schema: { type: 'object', properties: { status: { const: 'ok' } } } } },
    },
    503: { description: 'It cannot.' },
  },
  security: [],
};

/** The OpenAPI 3.1 document of these routes, made of the very schemas that check requests and answers. */
export function describeApi(routes: readonly DescribedRoute[], version: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = { '/api/health': { get: health } };
  for (const route of routes.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1))) {
    const address = addressOf(route);
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Oriel',
      version,
      description:
        'Keys are in snake_case, amounts are decimals as text with their currency, instants are in UTC, dates are YYYY-MM-DD. ' +
        'Lists answer with data and next_cursor, which is the cursor of the next page and null on the last. Unknown fields are refused.',
    },
    paths,
    components,
  };
}

/** `/api/admin/projects/[id]` → `/api/admin/projects/{id}` */
const addressOf = ({ address }: DescribedRoute) => address.replaceAll(/\[(\w+)\]/g, '{$1}');

function operationOf(route: DescribedRoute): Operation {
  const { method, door } = route;
  const address = addressOf(route);
  const parts = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const { properties = {}, required = [] } = jsonSchemaOf(door.input, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  const fields = Object.entries(properties).filter(([name]) => !parts.includes(name));
  const parameters: Parameter[] = parts.map((name) => ({
    ...{ name, in: 'path' as const, required: true, schema: properties[name] ?? { type: 'string' } },
  }));
  if (method === 'GET')
    for (const [name, schema] of fields) parameters.push(parameter('query', name, schema, required.includes(name)));
  if (door.takesKey)
    parameters.push(
      parameter('header', 'Idempotency-Key', {
        type: 'string',
        description: 'A retry with the same key has one effect, for 24 hours.',
      }),
    );
  if (door.edits && method !== 'GET')
    parameters.push(
      parameter('header', 'If-Match', {
        type: 'string',
        description: 'The ETag of the record as you saw it; 412 where it has changed.',
      }),
    );
  const body = method === 'GET' ? undefined : bodyOf(door, fields, required);
  return {
    operationId: [method.toLowerCase(), ...address.replace('/api/', '').split(/[^\w]+/)].filter(Boolean).join('_'),
    summary: door.summary,
    tags: [address.split('/').slice(2, 4).join('/')],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: { [door.status]: answerOf(door), default: problem },
    ...(door.guard === null ? { security: [] } : { security: [{ token: [] }, { session: [] }] }),
  };
}

function parameter(place: 'query' | 'header', name: string, schema: JsonSchema, required = false): Parameter {
  const { description, ...rest } = schema;
  return { name, in: place, required, schema: rest, ...(typeof description === 'string' ? { description } : {}) };
}

function bodyOf(door: RouteDoor, fields: [string, JsonSchema][], required: string[]): Operation['requestBody'] {
  const { takesFiles } = door;
  if (fields.length === 0 && !takesFiles) return undefined;
  const names = required.filter((name) => fields.some(([field]) => field === name));
  const files = takesFiles && {
    [takesFiles.field]: { type: 'array', items: { type: 'string', format: 'binary' }, maxItems: takesFiles.most },
  };
  const schema = {
    type: 'object',
    properties: { ...Object.fromEntries(fields), ...files },
    ...(names.length > 0 ? { required: names } : {}),
    additionalProperties: false,
  };
  const type = takesFiles ? 'multipart/form-data' : 'application/json';
  return { required: names.length > 0 || takesFiles !== undefined, content: { [type]: { schema } } };
}

function answerOf({ envelope, output, edits }: RouteDoor): JsonSchema {
  if (envelope === 'none') return { description: 'Done; the answer is empty.' };
  if (envelope === 'file')
    return {
      description: 'The file, with its type and name in the headers.',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: envelope === 'list' ? 'A page of the list.' : 'The record.',
    ...(edits ? { headers: { ETag: { schema: { type: 'string' }, description: 'The version of the record.' } } } : {}),
    content: { 'application/json': { schema: jsonSchemaOf(output, 'output') } },
  };
}
