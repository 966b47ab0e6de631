const lengthMax = 1_400;
const linesMax = 15;
/** A fold that would hide less than this is none. */
const slack = 300;

/** The beginning of a text that is too long to be in the way; undefined where it is not. */
export function foldText(text: string, isLiteral = false): string | undefined {
  if (text.length <= lengthMax + slack && countLines(text) <= linesMax + 3) return undefined;
  let end = lengthMax;
  let at = -1;
  for (let line = 0; line < linesMax; line += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) break;
  }
  if (at !== -1) end = Math.min(end, at);
  const space = text.lastIndexOf(' ', end);
  const cut = at !== -1 && end === at ? end : space > end - 80 ? space : end;
  const begun = text.slice(0, cut).replace(/<[^>]{0,200}$/, '');
  // Code that was cut open is closed again.
  return !isLiteral && (begun.split('```').length - 1) % 2 === 1 ? `${begun}\n\`\`\`` : begun;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && count < 1_000; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
