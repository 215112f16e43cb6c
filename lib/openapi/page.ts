import type { OpenApiDocument, Operation } from '@/lib/openapi/document';
import type { JsonSchema } from '@/lib/openapi/schema';

/** A field in a table: its dotted name, its type in words, whether it must be there, and what it means. */
type Field = { name: string; type: string; required: boolean; about: string };

/** The API as one page of HTML without scripts, styles in place, for people. */
export function apiPage({ info, paths }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([address, path]) =>
    Object.entries(path).map(([method, operation]) => ({ address, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))].sort();
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    const parts = own.map(({ address, method, operation }) => operationHtml(address, method, operation));
    return `<section><h2 id="${text(tag)}">${text(tag)}</h2>${parts.join('')}</section>`;
  });
  const index = tags.map((tag) => `<li><a href="#${text(tag)}">${text(tag)}</a></li>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(info.title)} API ${text(info.version)}</title><style>${style}</style></head><body>
<header><h1>${text(info.title)} API <small>${text(info.version)}</small></h1><p>${text(info.description)}</p>
<p>Errors are <code>application/problem+json</code>. The same as a file for tools: <a href="/api/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Parts of the API"><ul>${index}</ul></nav><main>${sections.join('')}</main></body></html>`;
}

function operationHtml(address: string, method: string, operation: Operation): string {
  const { operationId, summary, parameters = [], requestBody, responses, security } = operation;
  const given = parameters.map(({ name, in: place, required, schema, description = '' }) => ({
    ...{ name, required, type: `${typeOf(schema)}, ${place}`, about: description },
  }));
  const [[type, { schema = {} }] = ['', {}]] = Object.entries(requestBody?.content ?? {});
  const [status = ''] = Object.keys(responses);
  const content = (responses[status]?.content ?? {}) as Record<string, { schema: JsonSchema }>;
  const [answer = ''] = Object.keys(content);
  const answered = content[answer]?.schema ?? {};
  return `<details id="${operationId}"><summary><b>${method}</b> ${text(address)} <span>${text(summary)}</span></summary>
${security?.length === 0 ? '<p>Needs no identity.</p>' : ''}${table('Parameters', given)}${table(`Body, ${type}`, fieldsOf(schema))}
<p>Answers <b>${status}</b>${answer ? ` with <code>${text(answer)}</code>` : ', empty'}.</p>${table('Answer', fieldsOf(answered))}</details>`;
}

function table(caption: string, fields: Field[]): string {
  if (fields.length === 0) return '';
  const rows = fields.map(
    ({ name, type, required, about }) =>
      `<tr><th scope="row"><code>${text(name)}</code>${required ? '' : ' <i>optional</i>'}</th><td>${text(type)}</td><td>${text(about)}</td></tr>`,
  );
  return `<table><caption>${text(caption)}</caption><tbody>${rows.join('')}</tbody></table>`;
}

/** The fields of a schema, those of records and lists within it by dotted names. */
function fieldsOf(schema: JsonSchema, prefix = ''): Field[] {
  const { properties, required = [] } = (schema.type === 'array' ? (schema.items ?? {}) : schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const about = typeof field.description === 'string' ? field.description : '';
    const own = { name, type: typeOf(field), required: required.includes(key), about };
    const inner = alternatives(field).flatMap((one) => fieldsOf(one, one.type === 'array' ? `${name}[].` : `${name}.`));
    return [own, ...inner];
  });
}

const alternatives = (schema: JsonSchema): JsonSchema[] => (schema.anyOf ?? schema.oneOf ?? [schema]) as JsonSchema[];

/** A type in words: `uuid`, `string or null`, `list of object`, `draft | issued | void`. */
function typeOf(schema: JsonSchema): string {
  const all = alternatives(schema);
  if (all.length > 1) return [...new Set(all.map(typeOf))].join(' or ');
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.type === 'array') return `list of ${typeOf((schema.items ?? {}) as JsonSchema)}`;
  return String(schema.format ?? schema.type ?? 'any');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (value: string) => value.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const style = `:root{color-scheme:light dark;--paper:#faf8f4;--ink:#22201c;--soft:#6b665c;--line:#e3ded3}
@media (prefers-color-scheme:dark){:root{--paper:#171512;--ink:#ece7dd;--soft:#a8a195;--line:#37332c}}
body{margin:0 auto;max-width:60rem;padding:2rem 1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1,h2{font-family:Georgia,serif;font-weight:500}h2{margin-top:2.5rem}small,span,i,caption{color:var(--soft)}a{color:inherit}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer;overflow-wrap:anywhere;min-height:1.75rem}summary b{display:inline-block;min-width:4rem}summary span{display:block}
table{width:100%;border-collapse:collapse;margin:.75rem 0;font-size:.9375rem}caption{text-align:start}th,td{border-top:1px solid var(--line);padding:.3rem .75rem .3rem 0;text-align:start;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
@media (max-width:40rem){th,td{display:block;border:0;padding:0}tr{display:block;border-top:1px solid var(--line);padding:.3rem 0}}`;
