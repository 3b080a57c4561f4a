import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Properties of `z.strictObject({ … })` (and of objects spread into one) that no comment explains. */
function undocumented(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const missing: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('strictObject')) {
      const [shape] = node.arguments;
      if (shape && ts.isObjectLiteralExpression(shape)) shape.properties.forEach((one) => check(one, node));
    }
    ts.forEachChild(node, visit);
  };
  const check = (property: ts.ObjectLiteralElementLike, object: ts.Node): void => {
    if (!ts.isPropertyAssignment(property)) return;
    const comments = ts.getLeadingCommentRanges(source.text, property.getFullStart()) ?? [];
    if (comments.some(({ pos }) => source.text.startsWith('/**', pos))) return;
    const { line } = source.getLineAndCharacterOfPosition(object.getStart());
    missing.push(`${file}:${line + 1} ${property.name.getText()}`);
  };
  visit(source);
  return missing;
}

test('every field of every schema says what it means', () => {
  expect(globSync('src/schemas/*.ts').sort().flatMap(undocumented)).toEqual([]);
});
