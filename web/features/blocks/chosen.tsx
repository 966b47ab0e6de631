import { Fragment } from 'react';
import { isChannelId, isUserId } from '../../../protocol/ids.ts';
import type { ChannelId, UserId } from '../../../protocol/ids.ts';
import { useChannelName } from '../channels/use-channel-name.ts';
import { messageTexts } from '../message/texts.ts';
import { nameOf } from '../people/names.ts';
import { usePerson } from '../people/use-people.ts';
import { fieldsOf, listAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { labelOf } from './text-object.tsx';
import { blockTexts } from './texts.ts';

/** What is chosen in a menu at first, else what it asks for. */
export function Chosen({ of }: { of: Fields }) {
  const one = labelOf(fieldsOf(of.initial_option).text);
  const several = listAt(of, 'initial_options').map((option) => labelOf(option.text));
  const options = one || several.join(', ');
  if (options !== '') return options;
  const ids = kinds.flatMap((kind) => [of[`initial_${kind}`], of[`initial_${kind}s`]].flatMap(idsOf));
  if (ids.length === 0) return labelOf(of.placeholder) || blockTexts.menu;
  return ids.map((id, index) => (
    <Fragment key={index}>
      {index === 0 ? null : ', '}
      {isUserId(id) ? <Person id={id} /> : <Channel id={id} />}
    </Fragment>
  ));
}

const kinds = ['user', 'channel', 'conversation'];
const idsOf = (value: unknown): (UserId | ChannelId)[] =>
  [value].flat().filter((id) => typeof id === 'string' && (isUserId(id) || isChannelId(id)));

/** Without links: a menu is one thing to press. */
function Person({ id }: { id: UserId }) {
  const user = usePerson(id);
  return user === undefined ? messageTexts.unknownPerson : nameOf(user);
}

const Channel = ({ id }: { id: ChannelId }) => useChannelName(id) || messageTexts.unknownChannel;
