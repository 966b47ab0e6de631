import { later } from '../../app/later.ts';
import { Suspense } from 'react';
import { useStore } from '@nanostores/react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { useChannelName, useLine } from '../channels/use-channel-name.ts';
import { PersonAvatar } from '../people/person-avatar.tsx';
import { useSelf } from '../people/use-people.ts';
import css from './channel-start.module.css';
import { timelineTexts } from './texts.ts';

const FirstSteps = later(() => import('./first-steps.tsx'), 'FirstSteps');

/** Above the first message: what this place is, and in an empty one what to do next. */
export function ChannelStart({ channelId, isEmpty }: { channelId: ChannelId; isEmpty: boolean }) {
  const line = useLine(channelId);
  const name = useChannelName(channelId);
  const details = useStore(useWorkspace().channels.details(channelId));
  const shown = name || `#${details.channel?.name ?? ''}`;
  if (line?.kind === 'direct' || line?.kind === 'group')
    return <DirectStart people={line.people} name={name} />;
  const isGeneral = line?.isGeneral ?? false;
  const purpose = details.channel?.purpose?.value ?? '';
  return (
    <section className={css.start}>
      <h2>{isEmpty ? timelineTexts.quietTitle : timelineTexts.channelStart(shown)}</h2>
      <p>
        {isEmpty ? timelineTexts.quietLede(shown) : purpose}{' '}
        {isGeneral && !isEmpty ? timelineTexts.generalLede : ''}
      </p>
      {isEmpty && isGeneral ? (
        <Suspense>
          <FirstSteps />
        </Suspense>
      ) : null}
    </section>
  );
}

function DirectStart({ people, name }: { people: Parameters<typeof useStart>[0]; name: string }) {
  const { others, text } = useStart(people, name);
  return (
    <section className={css.start}>
      <div className={css.faces}>
        {others.slice(0, 5).map((id) => (
          <PersonAvatar key={id} userId={id} size={48} />
        ))}
      </div>
      <h2 dir="auto">{name}</h2>
      <p>{text}</p>
    </section>
  );
}

function useStart(people: NonNullable<ReturnType<typeof useLine>>['people'], name: string) {
  const self = useSelf();
  const others = people.filter((id) => id !== self.id);
  if (others.length === 0) return { others: [self.id], text: timelineTexts.selfStart };
  return {
    others,
    text: others.length === 1 ? timelineTexts.directStart(name) : timelineTexts.groupStart(name),
  };
}
