import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from '@/tests/support/source/files';

const files = sourceFiles();
const shipped = files.filter(({ path }) => !/^(tests|scripts|prisma)\//.test(path) && !/\.d\.ts$/.test(path));

it('all of the source is read', () => {
  for (const folder of ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'])
    expect(files.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(5);
  expect(shipped.length).toBeGreaterThan(400);
});

type Rule = {
  name: string;
  /** The reason for the rule, printed with each violation. */
  reason: string;
  from: RegExp;
  never: RegExp;
  /** Exempt files, each with the reason in a comment. */
  except?: RegExp[];
};

const importRules: Rule[] = [
  {
    name: 'nobody imports app/',
    reason: 'pages and doors are the outside; what two of them share belongs into lib or components',
    from: /^(lib|components|prisma|middleware)/,
    never: /^app\//,
  },
  {
    name: 'the bare Prisma client stays behind the scope',
    reason: 'a query outside read() and write() has no role, so a second way in would only be found in production',
    from: /^(lib|app|components)\//,
    never: /^lib\/db\/client$/,
    except: [/^lib\/(db|authz)\//],
  },
  {
    name: 'lib is free of React',
    reason: 'what the portal knows must run in a worker and a test',
    from: /^lib\//,
    never: /^(react|react-dom|components)(\/|$)/,
    // The doors of pages use React's cache() to identify once per render, and to note once when its reading began.
    except: [/^lib\/(doors\/(page|guest)|live\/moment)\.ts$/],
  },
  {
    name: 'the middleware knows the session cookie, the addresses and what HTTP refuses only',
    reason: 'it runs at the edge before every page: a courtesy that must stay cheap and hold no lock',
    from: /^middleware\.ts$/,
    never:
      /^(?!lib\/auth\/session-cookie$|lib\/(?:paths|env|errors)$|lib\/http\/(?:address-header|form-call|problem|same-origin)$|next\/server$)/,
  },
];

// tests/unit/layers.test.ts checks the layers of lib and import cycles.
describe('what no file may import', () => {
  it.each(importRules)('$name', ({ from, never, except = [], reason }) => {
    const held = files.filter(({ path }) => from.test(path));
    expect(held).not.toEqual([]);
    const breaking = held
      .filter(({ path }) => !except.some((may) => may.test(path)))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => never.test(name)).map((name) => `${path} imports ${name}: ${reason}`),
      );
    expect(breaking).toEqual([]);
  });
});

type TextRule = { name: string; reason: string; never: RegExp; within?: RegExp; except?: RegExp };

const textRules: TextRule[] = [
  {
    name: 'settings are read in lib/env.ts',
    reason: 'so that each is checked once and an error is one readable line',
    never: /process\.env/,
    // Next replaces process.env.NEXT_RUNTIME at build time, so instrumentation.ts must contain it literally.
    except: /^(lib\/env\.ts|instrumentation\.ts|[^/]+\.config\.ts)$/,
  },
  {
    name: 'only the guards make an Actor',
    reason: 'a cast would be an identity that nobody proved',
    never: /\bas (unknown as )?(Client|Staff|Admin|Team|Platform)?Actor\b/,
  },
  {
    name: 'only sign-in and identification work in the login role',
    reason: 'that role reads password hashes and everybody’s sessions',
    never: /\basLogin\(/,
    except: /^lib\/(auth|authz)\//,
  },
  {
    name: 'only the archive of a business reads all of it',
    reason: 'that role reads what admins keep from one another',
    never: /\breadBusiness\(/,
    except: /^lib\/exports\/business\/job\.ts$/,
  },
  {
    name: 'only jobs make themselves an actor',
    reason: 'the worker role looks across all tenants',
    never: /\bjobActor\b/,
    except:
      /^(lib\/((storage|idempotency)\/sweep|jobs\/(lease|runner|clock)|mail\/inbound\/receive|authz\/job)|scripts\/ledger\/verify)\.ts$/,
  },
  {
    name: 'the log is written by lib/log.ts',
    reason: 'so that each line names its request and holds nothing of what people typed',
    never: /\bconsole\./,
    // These files also run in the launcher and print to its terminal.
    except: /^lib\/db\/(embedded|migrations\/engine)\.ts$/,
  },
  {
    name: 'lists search through lib/db/search.ts',
    reason: 'so that one function folds the question and the column',
    never: /\bcontains: |\bilike\b|'insensitive'/i,
    except: /^lib\/db\/search\.ts$/,
  },
  {
    name: 'no markup from strings',
    reason: 'React escapes what people typed; a string of markup would not',
    never: /dangerouslySetInnerHTML|\.innerHTML\b/,
  },
  {
    name: 'nothing that is signed-in is cached or optimised by the framework',
    reason: 'those parts of the framework had its worst security releases',
    never: /'use cache'|unstable_cache|export const revalidate|next\/og|next\/image'/,
  },
  {
    name: 'layouts use logical directions',
    reason: 'right-to-left languages must need no second style sheet',
    within: /\.tsx$/,
    never: /["'\s:](-?m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|text-left|text-right)(-[\w[./]+)?(?=["'\s])/,
    except: /^(lib|tests)\//,
  },
];

describe('what no file may say', () => {
  it.each(textRules)('$name', ({ never, within = /./, except, reason }) => {
    const held = shipped.filter(({ path }) => within.test(path));
    expect(held).not.toEqual([]);
    const breaking = held
      .filter(({ path }) => !except?.test(path))
      .flatMap(({ path, text }) =>
        code(text)
          .split('\n')
          .flatMap((line, index) => (never.test(line) ? [`${path}:${index + 1} ${line.trim()}: ${reason}`] : [])),
      );
    expect(breaking).toEqual([]);
  });
});

/** The text without comments, which may contain forbidden names. Keeps the line numbers. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('names and sizes', () => {
  const named = files.filter(({ path }) => !path.endsWith('.d.ts'));

  it('files are kebab-case, or named by Next', () => {
    const parts = (path: string) => path.split('/').filter((part) => !/^[[(]/.test(part));
    const wrong = named.filter(({ path }) => parts(path).some((part) => !/^\.?[a-z0-9]+([-.][a-z0-9]+)*$/.test(part)));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('no file is a drawer for everything', () => {
    const wrong = named.filter(({ path }) =>
      /(^|\/)(utils?|helpers?|misc|common|index|managers?|v2)(\.|\/)/i.test(path),
    );
    // The seed is imported as a folder, so its entry point is index.ts.
    expect(wrong.map(({ path }) => path).filter((path) => path !== 'prisma/seed/index.ts')).toEqual([]);
  });

  it('files stay readable: median ≤ 60 lines, 95 % ≤ 200, none over 300', () => {
    const sizes = named.map(({ lines }) => lines).sort((a, b) => a - b);
    const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
    expect(named.filter(({ lines }) => lines > 300).map(({ path }) => path)).toEqual([]);
    expect(at(0.95)).toBeLessThanOrEqual(200);
    expect(at(0.5)).toBeLessThanOrEqual(60);
  });
});

describe('every way in is a door', () => {
  const within = (pattern: RegExp) => shipped.filter(({ path }) => pattern.test(path));

  it('pages of the areas have a guard of their own', () => {
    const open = within(/^app\/(client|admin|platform)\/.*(page|layout)\.tsx$/).filter(
      ({ text }) => !/await forPage\(/.test(text),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('pages of guests ask for the guest themselves', () => {
    const open = within(/^app\/guest\/\(shown\)\/.*(page|layout)\.tsx$/).filter(
      ({ text }) => !/await forGuest\(/.test(text),
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  /** Routes without a door, each with the reason. */
  const publicRoutes: Record<string, string> = {
    'app/api/[...unknown]/route.ts': 'tells every caller that there is no such address',
    'app/api/health/route.ts': 'monitors have no identity to show',
    'app/api/docs/route.ts': 'describes the API and holds no data',
    'app/api/openapi.json/route.ts': 'describes the API and holds no data',
    'app/api/auth/[...nextauth]/route.ts': 'next-auth answers here; its own origin check and throttle apply',
    'app/api/stop-mails/[token]/route.ts':
      'mail programs post here without a session; the secret in the address proves the person',
    'app/api/auth/token/route.ts': 'trading a password for a token is how programs come to have an identity',
  };

  it('route handlers are made by one of the doors', () => {
    const open = within(/^app\/.*route\.ts$/)
      .filter(({ path }) => !(path in publicRoutes))
      .flatMap(loose(/^define(Read|Write|Upload|File|PublicFile|GuestFile|GuestPaper|Paper|Csv|Live|Calendar)Route\(/));
    expect(open).toEqual([]);
  });

  /** Actions without a guard, each with the reason. */
  const publicActions: Record<string, string> = {
    'app/guest/actions.ts': 'whoever opens a guest pass is nobody’s user: the link and its password prove it',
    'app/(auth)/actions.ts': 'signing in, setting a password by link and signing out happen before anyone is known',
  };

  it('server actions are made by defineAction', () => {
    const open = shipped
      .filter(({ path, text }) => /^['"]use server['"]/m.test(text) && !(path in publicActions))
      .flatMap(loose(/^defineAction\(/));
    expect(open).toEqual([]);
  });

  it('the exceptions still exist', () => {
    const paths = new Set(shipped.map(({ path }) => path));
    expect([...Object.keys(publicRoutes), ...Object.keys(publicActions)].filter((path) => !paths.has(path))).toEqual(
      [],
    );
  });
});

/** Finds exports whose value does not match `maker`. */
function loose(maker: RegExp) {
  return ({ path, text }: SourceFile): string[] => {
    const exported = [
      ...text.matchAll(/^export\s+(?!type\b|interface\b)(?:const\s+(\w+)[^=]*=\s*([\s\S]{0,40})|(.*))/gm),
    ];
    return exported
      .filter(([, , value]) => value === undefined || !maker.test(value))
      .map(([, name, , other]) => `${path} exports ${name ?? other}`);
  };
}
