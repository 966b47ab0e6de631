import { classes } from '../../ui/classes.ts';
import css from './blocks.module.css';
import { fieldsOf, listAt, numberAt, wordsAt } from './fields.ts';
import type { Fields } from './fields.ts';
import { RichText } from './rich-text.tsx';
import { blockTexts } from './texts.ts';

/** A table of the page; what does not fit scrolls within it. Its first row says what the columns are. */
export function TableBlock({ block }: { block: Fields }) {
  const [head, ...rows] = rowsOf(block);
  const settings = listAt(block, 'column_settings');
  const rowHead = numberAt(block, 'row_header_column_index');
  const caption = wordsAt(block, 'caption');
  const look = (column: number): { className: string } => {
    const { align, is_wrapped: isWrapped } = settings[column] ?? {};
    return {
      className: classes(
        align === 'center' && css.center,
        align === 'right' && css.right,
        isWrapped === true && css.wrapped,
      ),
    };
  };
  return (
    <div className={css.scroller} role="region" aria-label={caption || blockTexts.table} tabIndex={0}>
      <table className={css.table}>
        {caption === '' ? null : <caption dir="auto">{caption}</caption>}
        <thead>
          <tr>
            {head?.map((cell, column) => (
              <th key={column} scope="col" {...look(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === rowHead ? (
                  <th key={column} scope="row" {...look(column)}>
                    <Cell cell={cell} />
                  </th>
                ) : (
                  <td key={column} {...look(column)}>
                    <Cell cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rowsOf = (block: Fields): Fields[][] =>
  Array.isArray(block.rows)
    ? block.rows.map((row: unknown) => (Array.isArray(row) ? row.map(fieldsOf) : []))
    : [];

const Cell = ({ cell }: { cell: Fields }) =>
  cell.type === 'rich_text' ? <RichText block={cell} /> : <bdi>{wordsAt(cell, 'text')}</bdi>;
