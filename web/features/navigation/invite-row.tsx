import Plus from 'icon:plus';
import { openLayer } from '../../app/layers.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMayInvite } from '../inviting/use-may-invite.ts';
import css from './navigation.module.css';
import { navigationTexts } from './texts.ts';

/** Below the people one writes with: more of them. */
export const InviteRow = () =>
  useMayInvite() ? (
    <button type="button" className={css.row} onClick={() => openLayer({ kind: 'invite-people' })}>
      <Icon of={Plus} />
      <span className="cut">{navigationTexts.invite}</span>
    </button>
  ) : null;
