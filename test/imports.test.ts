/**
 * Who may import whom. Imports point one way:
 * pages → layouts → components → planner → engine → (types of) schemas.
 *
 * When this fails, move the code to where it may have what it needs. Change the table only when the house changes.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

type Rule = {
  /** Files this rule is for: all below this path, or this file. */
  readonly of: string;
  /** Paths below `src/` that its imports may lie in. `type:` means types only. */
  readonly may: readonly string[];
  /** Packages it may import. */
  readonly packages: readonly string[];
};

const unknownTarget = '(known only at run time)';

const island = {
  may: ['components/', 'planner/', 'engine/', 'styles/', 'type:schemas/'],
  packages: ['preact', 'preact/hooks', 'preact/jsx-runtime'],
};

/** The first rule that fits a file holds. */
const rules: readonly Rule[] = [
  { of: 'middleware/', may: ['middleware/', 'components/site/'], packages: ['astro:middleware', 'node:crypto'] },
  { of: 'content.config.ts', may: ['schemas/'], packages: ['astro:content', 'astro/loaders'] },
  { of: 'schemas/', may: ['schemas/'], packages: ['zod', 'astro/zod'] },
  { of: 'engine/', may: ['engine/', 'type:schemas/'], packages: [] },
  { of: 'planner/keeping/browser-stores.ts', may: ['planner/', 'engine/'], packages: ['idb-keyval', 'zod/mini'] },
  { of: 'planner/import/', may: ['planner/', 'engine/', 'type:schemas/'], packages: ['papaparse'] },
  { of: 'planner/finish/highs-solver.ts', may: ['type:engine/'], packages: ['highs'] },
  { of: 'planner/', may: ['planner/', 'engine/', 'type:schemas/'], packages: ['zod/mini'] },
  {
    of: 'components/planner/import/read-pdf.ts',
    may: ['type:planner/', 'components/site/'],
    packages: ['pdfjs-dist', 'pdfjs-dist/build/pdf.worker.min.mjs?url'],
  },
  {
    of: 'components/planner/finish/load-highs.ts',
    may: ['planner/finish/'],
    packages: ['highs', 'highs/runtime?url'],
  },
  { of: 'offline/', may: ['offline/'], packages: [] },
  {
    of: 'components/device/',
    may: ['components/device/', 'components/site/trusted-types.ts', 'offline/', 'styles/'],
    packages: [],
  },
  { of: 'components/planner/', ...island },
  { of: 'components/trail/', ...island },
  { of: 'components/tools/', ...island },
  // Pagefind's script is made by the build, after everything here is put together.
  {
    of: 'components/site/search.ts',
    may: ['components/site/', 'components/catalog/', 'planner/'],
    packages: [unknownTarget],
  },
  // The build names a page's scripts in the page.
  { of: 'components/site/late-scripts.ts', may: ['components/site/'], packages: [unknownTarget] },
  { of: 'components/site/painted.ts', may: ['components/site/'], packages: ['astro'] },
  { of: 'components/catalog/', may: ['components/', 'planner/', 'styles/', 'type:schemas/'], packages: [] },
  { of: 'components/', may: ['components/', 'styles/', 'type:schemas/'], packages: ['preact', 'preact/hooks'] },
  { of: 'layouts/', may: ['layouts/', 'components/', 'styles/', 'type:schemas/'], packages: [] },
  { of: 'content/', may: ['components/'], packages: [] },
  {
    of: 'pages/_social/',
    may: ['pages/', 'components/', 'planner/'],
    packages: ['node:fs', 'node:module', 'opentype.js', 'sharp'],
  },
  {
    of: 'pages/',
    may: ['pages/', 'layouts/', 'components/', 'planner/', 'engine/', 'schemas/', 'styles/'],
    packages: ['astro', 'astro:content', 'astro:assets', '@astrojs/rss'],
  },
];

type Import = { readonly target: string; readonly typeOnly: boolean };

/** True if nothing of the import is left when types are taken away. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** Every import of a script: declarations, re-exports, `import()`, `import.meta.glob()`. */
function importsOf(script: string, fileName: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) {
        found.push({ target: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) });
      }
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ target: node.argument.literal.text, typeOnly: true });
    }
    if (ts.isCallExpression(node)) {
      const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      const glob = /^import\.meta\.glob$/.test(node.expression.getText());
      if (dynamic || glob) {
        const [first] = node.arguments;
        const target = first && ts.isStringLiteralLike(first) ? first.text : unknownTarget;
        found.push({ target, typeOnly: false });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(fileName, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

/** The scripts inside a file: all of a `.ts`; the top and the `<script>` elements of an `.astro`; the imports of an `.mdx`. */
function scriptsOf(file: string, text: string): string[] {
  if (file.endsWith('.astro')) {
    const top = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
    return [
      top,
      ...[...text.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? ''),
    ];
  }
  if (file.endsWith('.mdx')) return [(text.match(/^(?:import|export)\s.*from\s.*$/gm) ?? []).join('\n')];
  return [text];
}

/** Why a file may not have this import, or `undefined` if it may. */
function whyNot(file: string, { target, typeOnly }: Import): string | undefined {
  const rule = rules.find(({ of }) => file === of || (of.endsWith('/') && file.startsWith(of)));
  if (!rule) return `src/${file} → ${target}: no rule in test/imports.test.ts says where this file belongs`;
  if (!target.startsWith('.')) {
    if (rule.packages.includes(target)) return undefined;
    return `src/${file} → ${target}: ${rule.of} may import ${rule.packages.join(', ') || 'no package'}`;
  }
  const path = join('src', dirname(file), target).replaceAll('\\', '/');
  if (path.startsWith('src/')) {
    const within = path.slice('src/'.length);
    if (rule.may.some((may) => within.startsWith(may))) return undefined;
    if (typeOnly && rule.may.some((may) => may.startsWith('type:') && within.startsWith(may.slice(5))))
      return undefined;
  }
  const hint = path.startsWith('data/') ? 'facts come through content.config.ts' : `may import ${rule.may.join(', ')}`;
  return `src/${file} → ${path}${typeOnly ? ' (types)' : ''}: ${rule.of} ${hint}`;
}

const files = globSync('**/*.{ts,tsx,astro,mdx}', { cwd: 'src' }).map((file) => file.replaceAll('\\', '/'));

test('every file of src/ imports only what its place allows', () => {
  expect(files.length).toBeGreaterThan(0);
  const wrong = files.flatMap((file) =>
    scriptsOf(file, readFileSync(join('src', file), 'utf8'))
      .flatMap((script) => importsOf(script, file))
      .map((found) => whyNot(file, found))
      .filter((message) => message !== undefined),
  );
  expect(wrong).toEqual([]);
});

test('a relative import names its file with the extension', () => {
  const wrong = files.flatMap((file) =>
    scriptsOf(file, readFileSync(join('src', file), 'utf8'))
      .flatMap((script) => importsOf(script, file))
      .filter(({ target }) => target.startsWith('.') && !/\.\w+(?:\?\w+)?$/.test(target))
      .map(({ target }) => `src/${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

const mistakes: [file: string, target: string, text: string][] = [
  ['engine/audit.ts', 'zod', "import { z } from 'zod';"],
  ['engine/audit.ts', 'src/schemas/degree.ts', "import { degreeSchema } from '../schemas/degree.ts';"],
  ['engine/audit.ts', 'node:fs', "const data = await import('node:fs');"],
  ['planner/plan/plan-changes.ts', 'idb-keyval', "import { get } from 'idb-keyval';"],
  ['planner/keeping/plan-file.ts', 'zod', "import { z } from 'zod';"],
  ['planner/plan/plan.ts', 'src/components/planner/Map.tsx', "import { Map } from '../../components/planner/Map.tsx';"],
  ['components/planner/Planner.tsx', 'astro:content', "import { getCollection } from 'astro:content';"],
  ['components/planner/Planner.tsx', 'data/**/*.json', "const all = import.meta.glob('../../../data/**/*.json');"],
  [
    'offline/worker.ts',
    'src/planner/keeping/plan-store.ts',
    "import { plansHere } from '../planner/keeping/plan-store.ts';",
  ],
  ['layouts/Page.astro', 'src/engine/index.ts', "---\nimport { auditDegree } from '../engine/index.ts';\n---\n<p />"],
  [
    'pages/index.astro',
    'data/schools/tesu.json',
    "---\nimport school from '../../data/schools/tesu.json';\n---\n<p />",
  ],
];

test.for(mistakes)('the check sees that %s may not have %s', ([file, target, text]) => {
  const messages = scriptsOf(file, text)
    .flatMap((script) => importsOf(script, file))
    .map((found) => whyNot(file, found));
  expect(messages).toEqual([expect.stringContaining(`src/${file} → ${target}`)]);
});

test('types of the schemas are welcome in the engine', () => {
  const [found] = importsOf("import type { Degree } from '../schemas/degree.ts';", 'engine/audit.ts');
  expect(found && whyNot('engine/audit.ts', found)).toBeUndefined();
});

test('the engine has three doors', () => {
  const wrong = files
    .filter((file) => !file.startsWith('engine/'))
    .flatMap((file) =>
      scriptsOf(file, readFileSync(join('src', file), 'utf8'))
        .flatMap((script) => importsOf(script, file))
        .filter(
          ({ target, typeOnly }) => !typeOnly && /\/engine\/(?!(?:index|explanations|completion)\.ts$)/.test(target),
        )
        .map(({ target }) => `src/${file} → ${target}: import it from one of its doors`),
    );
  expect(wrong).toEqual([]);
});
