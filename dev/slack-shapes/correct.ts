import { addedObjects, additions } from './additions.ts';
import { corrections } from './corrections.ts';
import type { Derived, Shapes } from './derive.ts';

/** The shapes as they should be: corrected, added to, and without those that nothing leads to any more. */
export function correct(derived: Derived): Derived {
  const answers: Record<string, Shapes[string]> = { ...derived.answers };
  const objects: Record<string, Shapes[string]> = { ...derived.objects, ...addedObjects };
  for (const { of, set = {}, drop = [], is } of corrections)
    for (const name of of) {
      const shapes = Object.hasOwn(answers, name) ? answers : objects;
      const before = shapes[name];
      if (is !== undefined) shapes[name] = is;
      else {
        if (typeof before === 'string') throw new Error(`${name} is no object`);
        const changed = [...drop, ...Object.keys(set)].map((field) => bare(field));
        const kept = Object.entries(before ?? {}).filter(([field]) => !changed.includes(bare(field)));
        const gone = drop.filter((field) => before?.[field] === undefined);
        if (gone.length > 0) throw new Error(`${name} has no ${gone.join(', ')} to drop`);
        shapes[name] = Object.fromEntries([...kept, ...Object.entries(set)].toSorted(byName));
      }
      if (JSON.stringify(before) === JSON.stringify(shapes[name]))
        throw new Error(`a correction of ${name} changes nothing`);
    }
  for (const { shapes } of additions)
    for (const [name, shape] of Object.entries(shapes)) {
      if (answers[name] !== undefined) throw new Error(`the file has ${name}: correct it instead`);
      answers[name] = shape;
    }
  return { answers: sorted(answers), objects: sorted(reachable(answers, objects)) };
}

const bare = (field: string): string => field.replace(/\?$/, '');
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;
const sorted = (shapes: Shapes): Shapes => Object.fromEntries(Object.entries(shapes).toSorted(byName));

function reachable(answers: Shapes, objects: Shapes): Shapes {
  const found: Record<string, Shapes[string]> = {};
  const visit = (shape: Shapes[string]): void => {
    const types = typeof shape === 'string' ? [shape] : Object.values(shape);
    for (const name of types.flatMap((type) => type.split(' | ')).map((type) => type.replaceAll('[]', ''))) {
      const next = objects[name];
      if (next === undefined || found[name] !== undefined) continue;
      found[name] = next;
      visit(next);
    }
  };
  for (const shape of Object.values(answers)) visit(shape);
  return found;
}
