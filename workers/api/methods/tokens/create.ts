import * as v from 'valibot';
import { mayCreateTokenOfBot } from '../../../../domain/permissions/permissions.ts';
import { BotId } from '../../../../protocol/ids.ts';
import type { UserId } from '../../../../protocol/ids.ts';
import type { MethodInput } from '../../../../protocol/methods.ts';
import { accept, refuse } from '../../../../protocol/refusal.ts';
import type { Outcome } from '../../../../protocol/refusal.ts';
import { scopeNamed } from '../../../../protocol/scopes.ts';
import type { Scope } from '../../../../protocol/scopes.ts';
import type { CallerCall } from '../../context.ts';
import { handler } from '../../handler.ts';

type Input = MethodInput<'tokens.create'>;

export const tokensCreate = handler<'tokens.create'>(async (context, args) => {
  const granted = readScopes(args.scopes, context.caller.scopes);
  if (!granted.ok) return granted;
  const holder = await findHolder(context, args);
  if (!holder.ok) return holder;
  const { kind, name } = args;
  const { scopes } = granted;
  const made = await context.objects
    .member(context.actor.teamId, holder.userId)
    .openCredential({ kind, name, scopes });
  if (!made.ok) return made;
  return accept({ token_id: made.credentialId, token: made.token, scopes });
});

/** By Slack's names; never more than the one who asks has: a token must not make itself a stronger one. */
function readScopes(
  names: readonly string[],
  own: readonly Scope[],
): Outcome<{ scopes: Scope[] }, 'invalid_scopes'> {
  const scopes = new Set<Scope>();
  for (const name of names) {
    const scope = scopeNamed(name);
    if (scope === undefined) return refuse('invalid_scopes', say(`there is no scope ${name.slice(0, 60)}`));
    if (!own.includes(scope)) return refuse('invalid_scopes', say(`your own token lacks ${scope}`));
    scopes.add(scope);
  }
  return scopes.size === 0
    ? refuse('invalid_scopes', say('name at least one'))
    : accept({ scopes: [...scopes] });
}

async function findHolder(
  { objects, actor }: CallerCall,
  { kind, bot_id: botId = '' }: Input,
): Promise<Outcome<{ userId: UserId }, 'bot_not_found' | 'restricted_action'>> {
  if (kind === 'user') return accept({ userId: actor.userId });
  if (!mayCreateTokenOfBot(actor)) return refuse('restricted_action');
  const parsed = v.safeParse(BotId, botId);
  if (!parsed.success) return refuse('bot_not_found');
  const person = await objects.directory(actor.teamId).bot(parsed.output);
  return person?.isActive ? accept({ userId: person.id }) : refuse('bot_not_found');
}

const say = (what: string) => ({ messages: [`[ERROR] scopes: ${what}`] });
