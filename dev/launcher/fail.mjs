/**
 * One line that says what to do, and the end: a newcomer reads this, so no stack.
 * @param {string} line
 * @returns {never}
 */
export function fail(line) {
  console.error(`edgewise: ${line}`);
  process.exit(1);
}
