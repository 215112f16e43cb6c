import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { UploadList } from '@/components/uploads/upload-list';
import { catalogues } from '@/lib/i18n/catalogues';

const draw = (progress: number) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={catalogues.en} timeZone="UTC">
      <UploadList
        uploads={[{ key: '1', fields: {}, file: new File(['x'], 'wall.jpg'), state: 'sending', progress }]}
        retry={() => {}}
        remove={() => {}}
      />
    </NextIntlClientProvider>,
  );

test('a file whose bytes are all sent is being processed until the portal answers', () => {
  expect(draw(0.4)).toContain('40%');
  expect(draw(0.4)).not.toContain('Processing…');
  expect(draw(1)).toContain('Processing…');
  expect(draw(1)).not.toContain('100%');
});
