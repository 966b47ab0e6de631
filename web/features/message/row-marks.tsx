import Bookmark from 'icon:bookmark';
import Pin from 'icon:pin';
import type { Message } from '../../../protocol/entities.ts';
import { Icon } from '../../ui/icon.tsx';
import { nameOf } from '../people/names.ts';
import { usePerson } from '../people/use-people.ts';
import css from './message-row.module.css';
import { messageTexts } from './texts.ts';

/** Above the words who pinned them, at the row's end whether one saved them. */
export const RowMarks = ({ message: { pinned_info: pinned, is_starred: isSaved } }: { message: Message }) => (
  <>
    {pinned === undefined ? null : <Pinned by={pinned.pinned_by} />}
    {isSaved ? (
      <span className={css.saved} title={messageTexts.saved}>
        <Icon of={Bookmark} size={14} />
        <span className="visually-hidden">{messageTexts.saved}</span>
      </span>
    ) : null}
  </>
);

const Pinned = ({ by }: { by: Parameters<typeof usePerson>[0] }) => (
  <p className={css.context}>
    <Icon of={Pin} size={12} />
    <span className="cut">{messageTexts.pinnedBy(nameOf(usePerson(by)))}</span>
  </p>
);
