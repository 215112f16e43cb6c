import { describe, expect, it } from 'vitest';
import { labelOf } from '@/components/picker/label-of';
import { choiceOf, matchesAddress, moveOf, typedInFull } from '@/components/picker/picker-rule';
import { isBeyond, mostChoices, toChoices } from '@/lib/choices';

const key = (name: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {}) => ({
  ...{ key: name, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false },
  ...held,
});
const closed = { open: false, at: null, count: 3, start: 1, isTyped: false };
const open = { ...closed, open: true, at: 0 };

describe('the keys of a picker', () => {
  it.each([
    ['ArrowDown opens the list at what is chosen', key('ArrowDown'), closed, { open: true, at: 1 }],
    ['ArrowUp opens it at its end', key('ArrowUp'), closed, { open: true, at: 2 }],
    ['Alt ArrowDown only opens it', key('ArrowDown', { altKey: true }), closed, { open: true }],
    ['Alt ArrowUp only closes it', key('ArrowUp', { altKey: true }), open, { open: false, at: null }],
    ['ArrowDown goes on', key('ArrowDown'), open, { open: true, at: 1 }],
    ['ArrowDown goes from the last to the first', key('ArrowDown'), { ...open, at: 2 }, { open: true, at: 0 }],
    ['ArrowUp goes from the first to the last', key('ArrowUp'), open, { open: true, at: 2 }],
    ['Home goes to the first', key('Home'), { ...open, at: 2 }, { open: true, at: 0 }],
    ['End goes to the last', key('End'), open, { open: true, at: 2 }],
    ['Enter chooses', key('Enter'), { ...open, at: 2 }, { choose: 2 }],
    ['Escape closes and gives up what was typed', key('Escape'), open, { open: false, at: null, back: true }],
    ['Escape in a closed list too', key('Escape'), { ...closed, isTyped: true }, { open: false, at: null, back: true }],
    ['an empty list has nothing to reach', key('ArrowDown'), { ...open, count: 0 }, { open: true, at: null }],
  ])('%s', (_, pressed, state, move) => {
    expect(moveOf(pressed, state)).toEqual(move);
  });

  it.each([
    ['Home and End in the text of a closed list', key('Home'), closed],
    ['the selection of text', key('End', { shiftKey: true }), open],
    ['what the browser does with Ctrl', key('ArrowDown', { ctrlKey: true }), open],
    ['Enter that sends the form', key('Enter'), closed],
    ['Escape of a dialog around it', key('Escape'), closed],
    ['letters', key('a'), open],
    ['Tab', key('Tab'), open],
  ])('leave alone %s', (_, pressed, state) => {
    expect(moveOf(pressed, state)).toBeNull();
  });

  it('send no form while a name is half typed', () => {
    expect(moveOf(key('Enter'), { ...closed, isTyped: true })).toEqual({});
    expect(moveOf(key('Enter'), { ...open, at: 2, count: 0, isTyped: true })).toEqual({});
  });
});

describe('the choices of a picker', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `Client ${at}` }));

  it('are all, up to the most of a page; further ones are told of', () => {
    expect(toChoices('clients', rows(mostChoices))).toEqual({ of: 'clients', options: rows(mostChoices), more: false });
    const { options, more } = toChoices('clients', rows(mostChoices + 1));
    expect([options.length, more]).toEqual([mostChoices, true]);
  });

  it('hold the chosen one once, wherever it is', () => {
    const last = { id: 'x', name: 'Zoe' };
    expect(toChoices('clients', rows(60), [last]).options.at(-1)).toEqual(last);
    expect(toChoices('clients', rows(2), rows(1)).options).toEqual(rows(2));
    expect(isBeyond(rows(60), `${mostChoices}`)).toBe(true);
    expect(isBeyond(rows(60), `${mostChoices - 1}`)).toBe(false);
    expect(isBeyond(rows(60), undefined)).toBe(false);
  });

  it('are named alike by the page and by the API', () => {
    const inactive = (name: string) => `${name} (inactive)`;
    expect(choiceOf({ id: '1', name: 'Roof', client_name: 'Rao' })).toEqual({ id: '1', name: 'Roof · Rao' });
    const [on, off] = [true, false].map((is_active) => choiceOf({ id: '1', name: 'Rao', is_active }));
    expect([on, off].map((choice) => choice && labelOf(choice, inactive))).toEqual(['Rao', 'Rao (inactive)']);
  });

  it('are taken when typed in full, in any case, unless two have the name', () => {
    const options = [
      { id: '1', label: 'Müller' },
      { id: '2', label: 'Meier' },
      { id: '3', label: 'Meier' },
    ];
    expect(typedInFull(options, ' MÜLLER ')?.id).toBe('1');
    expect(typedInFull(options, 'Müll')).toBeNull();
    expect(typedInFull(options, 'meier')).toBeNull();
  });

  it('are asked for with whatever was typed', () => {
    expect(matchesAddress('clients', 'a & b')).toBe('/api/admin/clients?search=a+%26+b&limit=20');
  });
});
