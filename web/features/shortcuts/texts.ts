/** The sheet behind `?`. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
export const shortcutTexts = {
  title: 'Keyboard shortcuts',
  groups: [
    {
      title: 'Go',
      keys: [
        ['Jump to a channel or person', 'Mod K'],
        ['Channel above, below', 'Alt ↑ ↓'],
        ['Next with something new', 'Alt Shift ↑ ↓'],
        ['Next pane, and back', 'F6, Shift F6'],
        ['Close what is beside', 'Esc'],
        ['Mark the channel read', 'Esc'],
      ],
    },
    {
      title: 'Read',
      keys: [
        ['Message above, below', '↑ ↓ in the list'],
        ['What can be done with it', 'Tab on a message'],
        ['Oldest, newest loaded', 'Home, End'],
      ],
    },
    {
      title: 'Write',
      keys: [
        ['Send', 'Enter'],
        ['New line', 'Shift Enter'],
        ['Edit your last message', '↑ in an empty box'],
        ['Take back a deletion', 'Mod Z for 5 seconds'],
        ['Somebody, a channel, an emoji', '@ # :'],
        ['A command', '/'],
        ['Bold, italic, code', 'Mod B, I, E'],
        ['Strikethrough, link', 'Mod Shift X, U'],
        ['List, quote', 'Mod Shift 8, 9'],
      ],
    },
  ],
} as const;
