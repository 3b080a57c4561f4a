/** The value of a sum as guides write it: numbers, + − × ÷ (or - * /) and parentheses. Throws on anything else. */
export function sumOf(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|\S/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`"${text}" is not a sum.`);
  };
  const value = (): number => {
    const token = tokens[at++];
    if (token === '(') {
      const inside = sum();
      return tokens[at++] === ')' ? inside : fail();
    }
    return token !== undefined && /^\d/.test(token) ? Number(token) : fail();
  };
  const product = (): number => {
    let result = value();
    for (; /^[×*÷/]$/.test(tokens[at] ?? '');)
      result = /[×*]/.test(tokens[at++] ?? '') ? result * value() : result / value();
    return result;
  };
  const sum = (): number => {
    let result = product();
    for (; /^[+−-]$/.test(tokens[at] ?? '');) result = tokens[at++] === '+' ? result + product() : result - product();
    return result;
  };
  const result = sum();
  if (at < tokens.length || !Number.isFinite(result)) return fail();
  return Math.round(result * 100) / 100;
}
