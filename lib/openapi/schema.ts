import { z } from 'zod';
import { decimals } from '@/lib/fields';
import { snakeCase } from '@/lib/http/keys';

/** A schema of JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = { [key: string]: unknown };

/**
 * The JSON Schema of an input (what a program sends) or an output (what it receives), with the keys of the API. What has no JSON
 * Schema, such as a rule in code, is left open: the request still meets it.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // The format says it; zod's pattern of an id alone has 180 characters.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (decimals.has(zodSchema as unknown as z.ZodType)) jsonSchema.format = 'decimal';
    },
  });
  return inSnakeCase(described) as JsonSchema;
}

/** Renames properties, and with them the list of those required, at any depth. */
function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (key === 'properties')
        return [
          key,
          Object.fromEntries(Object.entries(part as object).map(([name, one]) => [snakeCase(name), inSnakeCase(one)])),
        ];
      if (key === 'required' && Array.isArray(part)) return [key, part.map(snakeCase)];
      return [key, inSnakeCase(part)];
    }),
  );
}
