import Info from 'icon:info';
import type { Message } from '../../../protocol/entities.ts';
import { isSystemSubtype } from '../../../protocol/message-subtypes.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from '../people/names.ts';
import { usePersonMaybe } from './message-content.tsx';
import css from './message-row.module.css';
import { MessageText } from './message-text.tsx';

export const isSystem = ({ subtype }: Message): boolean => isSystemSubtype(subtype);

/** What happened to the channel, in a line: nobody said it. */
export function SystemLine({ message }: { message: Message; atMs: number }) {
  const user = usePersonMaybe(message.user);
  return (
    <div className={css.system}>
      <Icon of={Info} />
      {message.text === '' ? <p>{nameOf(user)}</p> : <MessageText text={message.text} />}
    </div>
  );
}
