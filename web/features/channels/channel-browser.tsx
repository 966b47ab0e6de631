import { useStore } from '@nanostores/react';
import Hash from 'icon:hash';
import Search from 'icon:search';
import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../../protocol/entities.ts';
import { closeLayer, openLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import type { Call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TallList } from '../../ui/tall-list.tsx';
import { toast } from '../../ui/toast.ts';
import css from './channel-browser.module.css';
import { channelProblem, channelTexts } from './texts.ts';
import { useSelf } from '../people/use-people.ts';

/** The public channels, to look into or to join. */
export function ChannelBrowser() {
  const [state, setState] = useState<State>('open');
  const { found, cursor, loadMore } = useBrowse(state);
  const self = useSelf();
  const [query, setQuery] = useState('');
  const wanted = query.trim().replace(/^#/, '').toLowerCase();
  const shown = found
    ?.filter(({ name = '', purpose }) => `${name} ${purpose?.value ?? ''}`.toLowerCase().includes(wanted))
    .toSorted(({ name: one = '' }, { name: other = '' }) => one.localeCompare(other));
  // What is looked for may be on a later page.
  const isLookedFor = wanted !== '' && cursor !== '';
  useEffect(() => {
    if (isLookedFor) loadMore();
  }, [isLookedFor, cursor]);
  return (
    <Dialog title={channelTexts.browseTitle} onClose={closeLayer} width="wide">
      <div className={dialogBody()}>
        <div className={css.tools}>
          <Field
            label={channelTexts.find}
            lead={<Icon of={Search} />}
            value={query}
            data-autofocus
            onChange={(event) => setQuery(event.target.value)}
          />
          {self.is_restricted ? null : (
            <Button look="main" onClick={() => openLayer({ kind: 'create-channel', name: wanted })}>
              {channelTexts.create}
            </Button>
          )}
        </div>
        <Segments
          label={channelTexts.which}
          value={state}
          onChange={setState}
          options={[
            ['open', channelTexts.states.open],
            ['archived', channelTexts.states.archived],
          ]}
        />
        <TallList
          rows={shown ?? []}
          keyOf={({ id }) => id}
          rowPx={57}
          label={channelTexts.browseTitle}
          className={css.list}
        >
          {(channel) => <Entry channel={channel} />}
        </TallList>
        {shown?.length === 0 ? (
          <p className={css.nothing}>{wanted === '' ? noneOf[state] : channelTexts.nothing(wanted)}</p>
        ) : null}
        {cursor === '' ? null : <Button onClick={loadMore}>{channelTexts.more}</Button>}
      </div>
    </Dialog>
  );
}

const pageSize = 200;

type State = 'open' | 'archived';
const noneOf: Readonly<Record<State, string>> = {
  open: channelTexts.none,
  archived: channelTexts.noneArchived,
};

function useBrowse(state: State) {
  const { call } = useWorkspace();
  const [found, setFound] = useState<readonly Conversation[]>();
  const [cursor, setCursor] = useState('');
  const asked = useRef(state);
  const load = async (from: string): Promise<void> => {
    const read = await readSome(call, state, from);
    // The other ones are looked at by now.
    if (asked.current !== state) return;
    if (!read.ok) {
      toast(channelProblem(read.error));
      return;
    }
    setFound((before = []) => (from === '' ? read.found : [...before, ...read.found]));
    setCursor(read.cursor);
  };
  useEffect(() => {
    asked.current = state;
    setFound(undefined);
    setCursor('');
    void load('');
  }, [call, state]);
  return { found, cursor, loadMore: () => void load(cursor) };
}

/** A page, or as many as it takes to find one: those that are archived lie among the others. */
async function readSome(call: Call, state: State, from: string) {
  let cursor = from;
  do {
    const page = await call('conversations.list', {
      exclude_archived: state === 'open',
      limit: pageSize,
      cursor,
    });
    if (!page.ok) return page;
    cursor = page.response_metadata.next_cursor;
    const found = page.channels.filter(
      ({ is_archived: isArchived }) => isArchived === (state === 'archived'),
    );
    if (found.length > 0) return { ok: true as const, found, cursor };
  } while (cursor !== '');
  return { ok: true as const, found: [], cursor };
}

function Entry({ channel }: { channel: Conversation }) {
  const { teamId, channels } = useWorkspace();
  const line = useStore(channels.line(channel.id));
  const open = (): void => {
    closeLayer();
    visit({ teamId, channelId: channel.id });
  };
  const join = async (): Promise<void> => {
    const joined = await channels.join(channel.id);
    if (joined.ok) open();
    else toast(channelProblem(joined.error));
  };
  const about = channel.topic?.value || channel.purpose?.value || '';
  return (
    <div className={css.entry}>
      <button type="button" className={css.name} onClick={open}>
        <Icon of={Hash} />
        <span className="cut">
          <b>{channel.name}</b>
          <span className={css.about}>
            {line === undefined ? '' : `${channelTexts.joined} · `}
            {channel.num_members === undefined ? '' : channelTexts.members(channel.num_members)}
            {about === '' ? '' : ` · ${about}`}
          </span>
        </span>
      </button>
      {line === undefined && !channel.is_archived ? (
        <Button onClick={() => void join()} aria-label={`${channelTexts.join} #${channel.name ?? ''}`}>
          {channelTexts.join}
        </Button>
      ) : null}
    </div>
  );
}
