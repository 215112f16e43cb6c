import { describe, expect, it } from 'vitest';
import { testDatabase } from '@/tests/support/database/database';
import { createProject } from '@/tests/support/factories/identity';
import { searchedTenant } from '@/tests/support/fixtures/searched';

const { owner } = await testDatabase();
const { client, person, project, answerTo, found } = await searchedTenant(owner);

describe('words', () => {
  it.each([
    ['muller', 'client'],
    ['MÜLLER', 'client'],
    ['Mu\u0308ller', 'client'],
    ["o'n", 'client'],
    ['o’neill', 'client'],
    ['oneill', 'client'],
    ['strasse haus', 'none'],
    ['hauptstrasse haus', 'project'],
    ['hauptstraße', 'project'],
    ['quay 12', 'project'],
    ['łukasz', 'person'],
    ['lukasz weiss', 'person'],
    ['weiß', 'person'],
  ])('%s finds the %s', async (question, kind) => {
    const ids = { client: client.id, project: project.id, person: person.id } as const;
    const expected = kind === 'none' ? [] : [`${kind} ${ids[kind as keyof typeof ids]}`];
    expect(await found(question)).toEqual(expected);
  });

  it.each(['mulelr', 'muler', 'mulller', 'mxller', 'hauptstrase', 'lukaz'])(
    '%s, misspelt, finds what is spelt alike',
    async (question) => {
      const { body } = await answerTo(question);
      expect(body.data).toHaveLength(1);
      expect(body.data[0].match).toBe('similar');
    },
  );

  it('one misspelt word beside a right one finds the record that has both', async () => {
    expect(await found('haus hauptstrase')).toEqual([`project ${project.id}`]);
    expect(await found('kitchen hauptstrase')).toEqual([]);
  });

  it.each([
    '%',
    '_',
    "'",
    '\\',
    '”',
    '  ',
    '\u0000',
    'x'.repeat(10_000),
    '<->',
    "qx' | 'qy':*",
    '\u202e\u05d0',
    '()&|!:*',
    '😀',
  ])('%j finds nothing and breaks nothing', async (question) => {
    const { status, body } = await answerTo(question);
    if (status !== 422) expect([status, body.data]).toEqual([200, []]);
  });

  it('other scripts are found by the beginnings of their words', async () => {
    const names = ['Дом у реки', 'בית ליד הים', 'Σπίτι', '木工房'];
    for (const name of names) {
      const { id } = await createProject(owner, client, { name });
      for (const word of name.split(' ').filter(({ length }) => length > 2))
        expect(await found(word.slice(0, -1))).toEqual([`project ${id}`]);
      await owner.query('delete from projects where id = $1', [id]);
      expect(await found(name)).toEqual([]);
    }
  });
});
