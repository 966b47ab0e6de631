import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = 'dev/with-node.mjs';

test('a script gets the Node that the project asks for', () => {
  const args = [script, '-p', 'Number(process.versions.node.split(".")[0])'];
  const { stdout } = spawnSync('node', args, { cwd: root, encoding: 'utf8' });
  expect(Number(stdout)).toBeGreaterThanOrEqual(22);
});

test('its exit code is ours', () => {
  expect(spawnSync('node', [script, '-e', 'process.exit(7)'], { cwd: root }).status).toBe(7);
});

test('a signal reaches it', async () => {
  const code = `process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('up')`;
  const child = spawn('node', [script, '-e', code], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(3);
});
