import { useStore } from '@nanostores/react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { mentionNameOf } from '../people/names.ts';
import { usePeople } from '../people/use-people.ts';
import css from './composer.module.css';
import { composerTexts } from './texts.ts';

/** Has its own line, so that it moves nothing. */
export function Typists({ channelId }: { channelId: ChannelId }) {
  const ids = useStore(useWorkspace().typing.typists(channelId));
  const people = usePeople(ids.slice(0, 2));
  const names = people.flatMap((user) => (user === undefined ? [] : [mentionNameOf(user)]));
  const [first, second] = names;
  if (first === undefined) return <span />;
  const { one, several, and, are } = composerTexts.typing;
  const isOne = second === undefined;
  return (
    <span className={classes(css.typists, 'cut')}>
      <span className={css.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      {ids.length > 2 ? (
        several
      ) : (
        <>
          <b>{first}</b>
          {isOne ? one('')[1] : and}
          {isOne ? null : <b>{second}</b>}
          {isOne ? null : are}
        </>
      )}
    </span>
  );
}
