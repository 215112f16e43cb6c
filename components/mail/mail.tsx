import { renderToStaticMarkup } from 'react-dom/server';
import { darkRules, mailColours } from '@/components/mail/colours';
import { Button, Group, Paragraph, Row, sans, serif, Table } from '@/components/mail/parts';
import type { Letter } from '@/lib/mail/letter';

/** The HTML of a letter, a whole document. */
export function renderMail(letter: Letter): string {
  return `<!doctype html>${renderToStaticMarkup(<Mail letter={letter} />)}`;
}

/** A mail in the colour of its business: one column of at most 560 pixels, made of tables and inline styles. */
function Mail({ letter }: { letter: Letter }) {
  const { locale, direction: dir, brand, preview, title } = letter;
  const colours = mailColours(brand.accent, 'light');
  const sheet = { maxWidth: 560, margin: '0 auto', background: colours.sheet, border: `1px solid ${colours.line}` };
  return (
    <html lang={locale} dir={dir}>
      {/* biome-ignore lint/style/noHeadElement: this is a mail, and no page of Next. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{title}</title>
        <style>{darkRules(brand.accent)}</style>
      </head>
      <body
        className="paper"
        style={{ margin: 0, padding: 0, background: colours.paper, WebkitTextSizeAdjust: '100%' }}
      >
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>
        <Table className="paper" style={{ background: colours.paper }}>
          <tr>
            <td style={{ padding: '24px 12px' }}>
              <Table className="sheet" style={sheet}>
                <Head letter={letter} />
                <Body letter={letter} />
              </Table>
              <Foot letter={letter} />
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

function Head({ letter: { brand, marker, direction: dir } }: { letter: Letter }) {
  const colours = mailColours(brand.accent, 'light');
  const name = { fontFamily: sans, fontSize: 15, fontWeight: 600, color: colours.ink };
  return (
    <>
      {marker && (
        <Row
          dir={dir}
          className="soft"
          style={{ padding: '10px 32px', fontFamily: sans, fontSize: 12, color: colours.soft }}
        >
          {marker}
        </Row>
      )}
      <tr>
        <td className="bar" style={{ background: colours.accent, height: 4, lineHeight: '4px', fontSize: 0 }}>
          {'\u00a0'}
        </td>
      </tr>
      <Row dir={dir} className="ink" style={{ padding: '24px 32px 0', ...name }}>
        {/* The name stays in words: most programs show no pictures of others before they are asked to. */}
        {brand.logo && <img src={brand.logo} alt="" height={32} style={{ verticalAlign: 'middle', border: 0 }} />}
        {brand.logo && '  '}
        {brand.name}
      </Row>
    </>
  );
}

function Body({ letter }: { letter: Letter }) {
  const { brand, title, paragraphs, groups, action, notes, direction: dir } = letter;
  const colours = mailColours(brand.accent, 'light');
  const heading = { margin: '0 0 16px', fontFamily: serif, fontSize: 26, lineHeight: 1.25, fontWeight: 400 } as const;
  return (
    <Row dir={dir} style={{ padding: '20px 32px 12px' }}>
      <h1 className="ink" style={{ ...heading, color: colours.ink, overflowWrap: 'anywhere' }}>
        {title}
      </h1>
      {paragraphs.map((text) => (
        <Paragraph key={text} text={text} colours={colours} />
      ))}
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a mail do not change.
        <Group key={index} group={group} colours={colours} dir={dir} />
      ))}
      {action && <Button {...action} colours={colours} />}
      {notes.map((text) => (
        <Paragraph key={text} text={text} colours={colours} soft size={14} />
      ))}
    </Row>
  );
}

function Foot({ letter: { brand, footer, links, direction: dir } }: { letter: Letter }) {
  const colours = mailColours(brand.accent, 'light');
  const small = { fontFamily: sans, fontSize: 13, lineHeight: 1.5, color: colours.soft };
  return (
    <Table style={{ maxWidth: 560, margin: '0 auto' }}>
      <Row dir={dir} style={{ padding: '20px 32px' }}>
        {footer.map((text) => (
          <p key={text} className="soft" style={{ ...small, margin: '0 0 8px', whiteSpace: 'pre-line' }}>
            {text}
          </p>
        ))}
        <p className="soft" style={{ ...small, margin: 0 }}>
          {links.map(({ label, href }, index) => (
            <span key={href}>
              {index > 0 && ' · '}
              <a className="soft" href={href} style={{ color: colours.soft }}>
                {label}
              </a>
            </span>
          ))}
        </p>
      </Row>
    </Table>
  );
}
