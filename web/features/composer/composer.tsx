import { later } from '../../app/later.ts';
import { useStore } from '@nanostores/react';
import { Suspense, useRef, useState } from 'react';
import { textLengthMax } from '../../../protocol/limits.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import type { Timestamp } from '../../../protocol/timestamp.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { TakenWords } from '../../store/contract.ts';
import { classes } from '../../ui/classes.ts';
import { toast } from '../../ui/toast.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { commandIn, isCommand } from './command-names.ts';
import css from './composer.module.css';
import { composerTexts } from './texts.ts';
import { WordsField } from './words-field.tsx';
import type { FieldHandle } from './words-field.tsx';

/** Right after the first paint, into room that is kept for it: what is typed needs none of it. */
const FormatBar = later(() => import('./format-bar.tsx'), 'FormatBar');
const Typists = later(() => import('./typists.tsx'), 'Typists');
const EverybodyDialog = later(() => import('./everybody-dialog.tsx'), 'EverybodyDialog');
const SendLater = later(() => import('./send-later.tsx'), 'SendLater');
/** Where a message is written, in a channel or in a thread. */
export function Composer({
  channelId,
  threadTs,
}: {
  channelId: ChannelId;
  threadTs?: Timestamp | undefined;
}) {
  const { drafts, messages, typing } = useWorkspace();
  const words = useStore(drafts.draft(channelId, threadTs));
  const name = useChannelName(channelId);
  const field = useRef<FieldHandle>(null);
  const [isBroadcast, setBroadcast] = useState(false);
  const [asked, setAsked] = useState<string>();
  const workspace = useWorkspace();
  const [laterAt, setLaterAt] = useState<Element>();

  const set = (next: string): void => drafts.set(channelId, next, threadTs);
  const post = (wire: string, taken: TakenWords): void => {
    const draft = { text: wire, threadTs, isBroadcast: threadTs !== undefined && isBroadcast };
    messages.send(channelId, draft, taken);
    setBroadcast(false);
    setAsked(undefined);
  };
  /** What reads words is fetched with the composer (see app/pieces.ts): it is there long before the first Enter. */
  const deliver = async (taken: TakenWords): Promise<void> => {
    const { readWords } = await import('./read-words.ts');
    const { wire, problem, callsMany } = readWords(taken.text, channelId, workspace);
    if (wire === '') return taken.drop();
    if (problem === undefined && !callsMany) return post(wire, taken);
    taken.giveBack();
    if (problem === undefined) setAsked(wire);
    else toast(problem);
  };
  const underWay = useRef({ messages: Promise.resolve(), commands: Promise.resolve() });
  /**
   * The field is free at once: the next words are written while these are read. They go in the order of writing; only
   * a command, which waits for the server, holds no message up.
   */
  const send = (): void => {
    const said = drafts.draft(channelId, threadTs).get();
    if (said.trim() === '' || said.length > textLengthMax) return;
    const command = commandIn(said);
    const before = underWay.current;
    if (threadTs === undefined && command !== undefined) {
      const taken = drafts.take(channelId);
      before.commands = Promise.all([before.messages, before.commands])
        .then(async () => (await import('./commands.ts')).obey(taken, channelId, workspace))
        .catch(() => taken.giveBack());
    } else if (command !== undefined && isCommand(command)) {
      toast(composerTexts.notHere);
    } else {
      const taken = drafts.take(channelId, threadTs);
      before.messages = before.messages.then(() => deliver(taken)).catch(() => taken.giveBack());
    }
  };
  const label = threadTs === undefined ? composerTexts.message(name) : composerTexts.reply;
  const over = words.length - textLengthMax;
  return (
    <div
      className={classes(css.foot, threadTs !== undefined && css.inThread)}
      id={threadTs === undefined ? 'composer' : undefined}
    >
      <div
        className={css.composer}
        onMouseDown={(event) => {
          if (event.target === event.currentTarget) field.current?.focus();
        }}
      >
        <WordsField
          channelId={channelId}
          label={label}
          value={words}
          handle={field}
          isPaneFocus
          hasCommands={threadTs === undefined}
          autoFocus={threadTs !== undefined && matchMedia('(pointer: fine)').matches}
          onChange={(next) => {
            set(next);
            if (next !== '') typing.note(channelId, threadTs);
          }}
          onSend={send}
          onUp={() => {
            void import('../message/edit-last.ts').then(
              ({ editLast }) => editLast(workspace, channelId, threadTs),
              // Without a connection, and before it came: nothing could be saved.
              () => undefined,
            );
          }}
        />
        <div className={css.tools}>
          <Suspense>
            <FormatBar
              field={field}
              canSend={words.trim() !== '' && over <= 0}
              onSend={() => {
                send();
                field.current?.focus();
              }}
              onLater={setLaterAt}
              isNarrow={threadTs !== undefined}
            />
          </Suspense>
        </div>
      </div>
      <div className={css.under}>
        {threadTs === undefined ? (
          <Suspense fallback={<span />}>
            <Typists channelId={channelId} />
          </Suspense>
        ) : (
          <label className={css.tick}>
            <input
              type="checkbox"
              checked={isBroadcast}
              onChange={(event) => setBroadcast(event.target.checked)}
            />
            <span className="cut">{composerTexts.alsoSend(name)}</span>
          </label>
        )}
        {over > 0 ? (
          <span className={css.over} role="alert">
            {composerTexts.tooLong(over)}
          </span>
        ) : null}
      </div>
      {laterAt === undefined ? null : (
        <Suspense>
          <SendLater
            channelId={channelId}
            threadTs={threadTs}
            isBroadcast={isBroadcast}
            anchor={laterAt}
            onClose={() => setLaterAt(undefined)}
          />
        </Suspense>
      )}
      {asked === undefined ? null : (
        <Suspense fallback={null}>
          <EverybodyDialog
            channelId={channelId}
            onSend={() => post(asked, drafts.take(channelId, threadTs))}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
