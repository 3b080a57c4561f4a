/**
 * The comments beside the fields of `src/schemas/`, for the JSON Schemas: what a field means is written once.
 *
 * A comment is gone when the code runs, so it is read from the source. An object of the source and one of a JSON Schema
 * are the same if their fields have the same names and the same fixed words ("kind is at-most").
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A JSON Schema, as far as this looks into it. */
export type JsonSchema = { [key: string]: unknown; properties?: Record<string, JsonSchema> };

type Field = { name: string; fixed: string; words: string };
type Comments = ReadonlyMap<string, Record<string, string>>;

/** The comments of every `z.strictObject({ … })` in a project's schemas, by the object's signature. */
export function readFieldComments(root: string): Comments {
  const sources = globSync('src/schemas/*.ts', { cwd: root })
    .sort()
    .map((file) => ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true));
  const all = new Map<string, Record<string, string>>();
  for (const source of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /\bstrictObject$/.test(node.expression.getText())) {
        const [shape] = node.arguments;
        const fields = shape && ts.isObjectLiteralExpression(shape) ? fieldsOf(shape, source, sources) : [];
        all.set(signatureOf(fields), Object.fromEntries(fields.map(({ name, words }) => [name, words])));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return all;
}

/** The JSON Schema with a description on every field that has a comment. */
export function describeFields(schema: JsonSchema, comments: Comments): JsonSchema {
  const inside = Object.entries(schema).map(([key, value]) => [key, describeInside(value, comments)]);
  const described = Object.fromEntries(inside) as JsonSchema;
  const { properties } = described;
  if (!properties) return described;
  const fields = Object.entries(properties).map(([name, { const: fixed }]) => ({ name, fixed: fixedWords(fixed) }));
  const words = comments.get(signatureOf(fields));
  for (const [name, field] of Object.entries(properties)) {
    if (words?.[name]) properties[name] = { description: words[name], ...field };
  }
  return described;
}

function describeInside(value: unknown, comments: Comments): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => describeInside(one, comments));
  return typeof value === 'object' && value !== null ? describeFields(value as JsonSchema, comments) : value;
}

/** The fields of an object as it is written, those spread into it among them: from its own file, or else from another. */
function fieldsOf(
  shape: ts.ObjectLiteralExpression,
  source: ts.SourceFile,
  sources: readonly ts.SourceFile[],
): Field[] {
  return shape.properties.flatMap((property): Field[] => {
    if (ts.isSpreadAssignment(property)) {
      const name = property.expression.getText();
      for (const from of [source, ...sources]) {
        const spread = objectNamed(name, from);
        if (spread) return fieldsOf(spread, from, sources);
      }
      return [];
    }
    if (!property.name) return [];
    const value = ts.isPropertyAssignment(property) ? property.initializer.getText() : '';
    const [, literal] = /^z\.literal\('?([^']+?)'?\)$/.exec(value) ?? [];
    return [{ name: property.name.getText(), fixed: fixedWords(literal), words: commentOf(property, source) }];
  });
}

function objectNamed(name: string, source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
  return declared && ts.isObjectLiteralExpression(declared) ? declared : undefined;
}

function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const comments = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
  const last = comments.map(({ pos, end }) => source.text.slice(pos, end)).findLast((text) => text.startsWith('/**'));
  return (last ?? '')
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\*/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const fixedWords = (literal: unknown): string => (literal === undefined ? '' : `=${String(literal)}`);

function signatureOf(fields: readonly Pick<Field, 'name' | 'fixed'>[]): string {
  return fields
    .map(({ name, fixed }) => name + fixed)
    .sort()
    .join();
}
