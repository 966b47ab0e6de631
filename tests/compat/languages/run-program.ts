import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { checkAnswer } from '../../support/check-answer.ts';
import type { House } from '../../support/house.ts';
import { png } from '../../support/pictures.ts';
import { runFolder } from '../../support/run-folder.ts';
import { makeWorld } from '../../api/world.ts';
import { outcomes, type Outcome } from './outcomes.ts';

const Line = v.union([
  v.object({ method: v.string(), answer: v.unknown() }),
  v.object({ step: v.string(), found: v.unknown() }),
  v.object({ step: v.string(), refusal: v.string() }),
  v.object({ step: v.string(), fault: v.string() }),
]);
type Line = v.InferOutput<typeof Line>;

export interface Run {
  /** Each step with what came of it, in their order. */
  readonly steps: readonly (readonly [step: string, outcome: Outcome])[];
  readonly expected: readonly (readonly [step: string, outcome: Outcome])[];
  readonly calls: number;
}

/**
 * Runs a program that calls a house by an SDK of another language, and holds each answer that it got against the
 * method's row and Slack's shape.
 */
export async function runProgram(
  house: House,
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const { workspace, owner, member, bot, newChannel, ask } = await makeWorld(house);
  const channel = await newChannel({ people: [member.userId, bot.userId] });
  const photo = join(mkdtempSync(join(runFolder(), 'photo-')), 'photo.png');
  writeFileSync(photo, png(64));
  const types = 'public_channel,private_channel';
  const { channels } = await ask('conversations.list', owner.token, { types, limit: 1_000 });
  const { members } = await ask('users.list', owner.token, {});

  const text = await outputOf(command, {
    API: `${house.url}/api/`,
    ORIGIN: house.url,
    TEAM: workspace.teamId,
    TOKEN: owner.token,
    USER_ID: owner.userId,
    EMAIL: owner.email,
    BOT_TOKEN: bot.token,
    BOT_USER_ID: bot.userId,
    PEER: member.userId,
    CHANNEL: channel,
    PHOTO: photo,
    NAME: 'another',
    ...environment,
  });
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => v.parse(Line, JSON.parse(line)));
  const answers = lines.flatMap((line) => ('answer' in line ? [line] : []));
  for (const { method, answer } of answers) checkAnswer(method, answer);
  return {
    steps: lines.flatMap((line) => ('step' in line ? [[line.step, outcomeOf(line)] as const] : [])),
    expected: outcomes({
      person: owner.userId,
      bot: bot.userId,
      channel,
      channels: channels.length,
      people: members.length,
    }),
    calls: answers.length,
  };
}

function outcomeOf(line: Exclude<Line, { answer: unknown }>): Outcome {
  if ('refusal' in line) return { refusal: line.refusal };
  return 'fault' in line ? { fault: line.fault } : { found: line.found };
}

const timeMaxMs = 60_000;

async function outputOf(
  [file, ...args]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(file, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: timeMaxMs,
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${file} ended with ${code} after:\n${text.slice(-2_000)}`);
  return text;
}
