import SmilePlus from 'icon:face-slightly-smiling-plus';
import type { Message, Reaction } from '../../../protocol/entities.ts';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useTooltip } from '../../ui/tooltip.ts';
import { EmojiGlyph } from '../emoji/emoji-glyph.tsx';
import { openEmojiPicker } from '../emoji/picker-state.ts';
import { joinNames, nameOf } from '../people/names.ts';
import { useSelf } from '../people/use-people.ts';
import css from './reactions.module.css';
import { messageTexts } from './texts.ts';
import { useReact } from './use-react.ts';

export function Reactions({ channelId, message, mayAct }: ReactionsProps) {
  const react = useReact(channelId, message.ts);
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <div className={css.reactions}>
      {reactions.map((reaction) => (
        <Chip
          key={reaction.name}
          reaction={reaction}
          onToggle={mayAct ? () => react(reaction.name) : undefined}
        />
      ))}
      {mayAct ? (
        <IconButton
          className={css.add}
          icon={SmilePlus}
          size={16}
          label={messageTexts.addReaction}
          onClick={(event) => openEmojiPicker(event.currentTarget, react)}
        />
      ) : null}
    </div>
  );
}
interface ReactionsProps {
  readonly channelId: ChannelId;
  readonly message: Message;
  readonly mayAct: boolean;
}

/** Pressed if one's own is among them; who else is in the tooltip. Where nobody may react it is read alone. */
function Chip({ reaction, onToggle }: { reaction: Reaction; onToggle: (() => void) | undefined }) {
  const { people } = useWorkspace();
  const self = useSelf();
  const { name, users, count } = reaction;
  const tooltip = useTooltip(() =>
    messageTexts.reactedBy(joinNames(users.slice(0, 12).map((id) => nameOf(people.person(id).get()))), name),
  );
  const label = messageTexts.reaction(name, count);
  const shown = (
    <>
      <span className={css.glyph} aria-hidden>
        <EmojiGlyph name={name} />
      </span>
      {number.format(count)}
    </>
  );
  if (onToggle === undefined)
    return (
      <span className={classes(css.chip, css.told)} role="img" aria-label={label} {...tooltip}>
        {shown}
      </span>
    );
  return (
    <button
      type="button"
      className={css.chip}
      aria-pressed={users.includes(self.id)}
      aria-label={label}
      onClick={onToggle}
      {...tooltip}
    >
      {shown}
    </button>
  );
}

const number = new Intl.NumberFormat();
