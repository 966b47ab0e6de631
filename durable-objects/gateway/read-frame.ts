import * as v from 'valibot';
import { UpFrame } from '../../protocol/frames.ts';
import type { DownFrame } from '../../protocol/down-frame.ts';
import { frameBytesMax } from '../../protocol/limits.ts';

/** A client's frame, or the `error` frame that says what is wrong with it. */
export function readFrame(data: string | ArrayBuffer): { frame: UpFrame } | (DownFrame & { error: string }) {
  const error = (code: string, message: string): DownFrame & { error: string } => ({
    type: 'error',
    error: code,
    message,
  });
  if (typeof data !== 'string') return error('not_json', 'Send text frames of JSON.');
  if (data.length > frameBytesMax) return error('too_large', `A frame has at most ${frameBytesMax} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return error('not_json', 'This is no JSON.');
  }
  const parsed = v.safeParse(UpFrame, value);
  if (parsed.success) return { frame: parsed.output };
  const issue = parsed.issues[0];
  const isType = issue.path?.[0]?.key === 'type' || issue.path === undefined;
  if (isType) return error('unknown_type', 'There is no frame of this type.');
  // The place alone is named: a client's words are not told back.
  return error(
    'invalid_frame',
    `${issue.path?.map((step) => String(step.key)).join('.') ?? 'frame'} is missing or wrong.`,
  );
}
