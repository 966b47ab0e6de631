import { useStore } from '@nanostores/react';
import Hash from 'icon:hash';
import Search from 'icon:search';
import { useEffect, useState } from 'react';
import type { Conversation } from '../../../protocol/entities.ts';
import { closeLayer, openLayer } from '../../app/layers.ts';
import { visit } from '../../app/navigate.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, dialogBody } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toast.ts';
import css from './channel-browser.module.css';
import { channelProblem, channelTexts } from './texts.ts';
import { useSelf } from '../people/use-people.ts';

/** The public channels, to look into or to join. */
export function ChannelBrowser() {
  const { found, cursor, loadMore } = useBrowse();
  const self = useSelf();
  const [query, setQuery] = useState('');
  const wanted = query.trim().replace(/^#/, '').toLowerCase();
  const shown = found
    ?.filter(({ name = '', purpose }) => `${name} ${purpose?.value ?? ''}`.toLowerCase().includes(wanted))
    .toSorted(({ name: one = '' }, { name: other = '' }) => one.localeCompare(other));
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
        <ul className={css.list} aria-label={channelTexts.browseTitle}>
          {shown?.map((channel) => (
            <Entry key={channel.id} channel={channel} />
          ))}
        </ul>
        {shown?.length === 0 ? (
          <p className={css.nothing}>{wanted === '' ? channelTexts.none : channelTexts.nothing(wanted)}</p>
        ) : null}
        {cursor === '' ? null : <Button onClick={loadMore}>{channelTexts.more}</Button>}
      </div>
    </Dialog>
  );
}

function useBrowse() {
  const { channels } = useWorkspace();
  const [found, setFound] = useState<readonly Conversation[]>();
  const [cursor, setCursor] = useState('');
  const load = async (from: string): Promise<void> => {
    const page = await channels.browse(from);
    if (!page.ok) {
      toast(channelProblem(page.error));
      return;
    }
    const open = page.channels.filter((channel) => !channel.is_archived);
    setFound((before = []) => (from === '' ? open : [...before, ...open]));
    setCursor(page.response_metadata.next_cursor);
  };
  useEffect(() => {
    void load('');
  }, [channels]);
  return { found, cursor, loadMore: () => void load(cursor) };
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
    <li className={css.entry}>
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
      {line === undefined ? (
        <Button onClick={() => void join()} aria-label={`${channelTexts.join} #${channel.name ?? ''}`}>
          {channelTexts.join}
        </Button>
      ) : null}
    </li>
  );
}
