import type { MethodName } from '../../../../protocol/methods.ts';
import type { RawArguments } from '../../ask-raw.ts';
import type { Attempt, Scenes } from '../scene.ts';
import { placeNames, type Place, type Stage } from '../stage.ts';

type Build = (place: Place, stage: Stage, attempt: Attempt) => RawArguments | Promise<RawArguments>;

/** A method in each kind of conversation: `method` in a public channel, `method · private`, and so on. */
export const inPlaces = (method: MethodName, build: Build): Scenes =>
  Object.fromEntries(
    placeNames.map((name) => [
      name === 'public' ? method : `${method} · ${name}`,
      { args: (stage: Stage, attempt: Attempt) => build(stage.places[name], stage, attempt) },
    ]),
  );

/** As `inPlaces`, with a channel of its own wherever the call is to succeed: it changes the channel. */
export const inNewPlaces = (method: MethodName, build: Build): Scenes =>
  Object.fromEntries(
    placeNames.map((name) => [
      name === 'public' ? method : `${method} · ${name}`,
      {
        args: async (stage: Stage, attempt: Attempt) => {
          const place =
            attempt.expected === 'ok'
              ? await stage.newRoom({
                  isPrivate: name.startsWith('private'),
                  withCallers: !name.endsWith('from outside'),
                })
              : stage.places[name];
          return build(place, stage, attempt);
        },
      },
    ]),
  );
