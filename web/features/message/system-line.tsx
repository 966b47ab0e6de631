import Info from 'icon:info';
import type { Message } from '../../../protocol/entities.ts';
import { isSystemSubtype } from '../../../protocol/message-subtypes.ts';
import type { SystemSubtype } from '../../../protocol/message-subtypes.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import { systemWords } from './system-words.ts';

export type SystemMessage = Message & { readonly subtype: SystemSubtype };
export const isSystem = (message: Message): message is SystemMessage => isSystemSubtype(message.subtype);

/** What happened to the channel, in a line: nobody said it. */
export const SystemLine = ({ message }: { message: SystemMessage }) => (
  <div className={css.system}>
    <Icon of={Info} />
    <MessageText text={systemWords(message)} />
  </div>
);
