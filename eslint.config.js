import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const unsafeHtml = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text from data, files and links is never markup. Render it as text.',
  },
  {
    selector: "JSXAttribute[name.namespace.name='set'][name.name.name='html']",
    message: 'Text from data, files and links is never markup. Render it as text.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Text from data, files and links is never markup. Use textContent.',
  },
];

const clocks = [
  {
    selector: "CallExpression[callee.object.name='Date']",
    message: 'The engine has no clock. Take "today" as a parameter.',
  },
  { selector: "NewExpression[callee.name='Date']", message: 'The engine has no clock. Dates are ISO text.' },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The same input gives the same answer.',
  },
  {
    selector: "CallExpression[callee.object.name='performance']",
    message: 'The engine has no clock. Count steps of work.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'coverage/', '.stryker/']),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    rules: {
      // House style: a `type` for the shape of data, an `interface` only to extend someone else's.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // With `noUncheckedIndexedAccess`, "!" says what a loop or a check already ensures.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...unsafeHtml],
      eqeqeq: 'error',
    },
  },
  {
    // These rules ask the type checker.
    files: ['src/**/*.ts', 'src/**/*.tsx', 'scripts/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeHtml, ...clocks] },
  },
  {
    // The host calls `handler`; nothing imports it.
    files: ['deploy/cloudfront-function.js'],
    rules: { '@typescript-eslint/no-unused-vars': 'off' },
  },
  {
    // `/// <reference>` is how Astro and Vite bring their types.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/triple-slash-reference': 'off' },
  },
);
