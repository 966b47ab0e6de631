import { expect, test } from 'vitest';
import { mintId } from '../../platform/secrets/mint.ts';
import { onBench } from '../testing/member-bench.ts';
import { changePreferences } from './change-preferences.ts';

const section = { id: 'one', name: 'Projects', channels: [mintId('C')] };

test('a wish is one row at the next version, told to the person’s own sockets, and outlives an eviction', () =>
  onBench(({ person, fakes, rowsWritten, again }) => {
    const { version } = person;
    expect(person.preferences).toEqual({});
    expect(rowsWritten(() => changePreferences(person, { sections: [section] }))).toBe(1);
    const preferences = { sections: [section] };
    expect(fakes.pushes.at(-1)?.event).toEqual({
      type: 'preferences_changed',
      preferences,
      version: version + 1,
    });
    expect(again()).toMatchObject({ preferences, version: version + 1 });
  }));

test('what is not named stays, and what is so already is written and told to nobody', () =>
  onBench(({ person, fakes, rowsWritten }) => {
    changePreferences(person, { sections: [section], send_by: 'ctrl_enter' });
    expect(changePreferences(person, { read_by: 'escape' })).toEqual({
      sections: [section],
      send_by: 'ctrl_enter',
      read_by: 'escape',
    });
    const told = fakes.pushes.length;
    expect(rowsWritten(() => changePreferences(person, { sections: [{ ...section }] }))).toBe(0);
    expect(rowsWritten(() => changePreferences(person, {}))).toBe(0);
    expect(fakes.pushes).toHaveLength(told);
    expect(changePreferences(person, { sections: [] })).toMatchObject({
      sections: [],
      send_by: 'ctrl_enter',
    });
  }));
