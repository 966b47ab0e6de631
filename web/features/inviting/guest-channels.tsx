import { useStore } from '@nanostores/react';
import type { ChannelId } from '../../../protocol/ids.ts';
import { useWorkspace } from '../../app/workspace-context.ts';
import css from './invite-people.module.css';
import { invitingTexts } from './texts.ts';

/** What a guest sees: some of the channels that one is in. */
export function GuestChannels({ picked, onChange }: GuestChannelsProps) {
  const lines = useStore(useWorkspace().channels.$lines);
  const own = lines.filter(
    ({ kind, isArchived }) => (kind === 'public' || kind === 'private') && !isArchived,
  );
  return (
    <fieldset>
      <legend className={css.legend}>{invitingTexts.guestChannels}</legend>
      <p className={css.lede}>{invitingTexts.guestHelp}</p>
      <div className={css.channels}>
        {own.map(({ id, name }) => (
          <label key={id} className={css.tick}>
            <input
              type="checkbox"
              checked={picked.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...picked, id] : picked.filter((one) => one !== id))
              }
            />
            <span className="cut">#{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
interface GuestChannelsProps {
  readonly picked: readonly ChannelId[];
  readonly onChange: (ids: ChannelId[]) => void;
}
