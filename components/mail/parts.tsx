import type { CSSProperties, ReactNode } from 'react';
import type { MailColours } from '@/components/mail/colours';
import { Message } from '@/components/mail/message';
import type { LetterGroup } from '@/lib/mail/letter';

export const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
export const serif = "Georgia,'Times New Roman',serif";

type CellProps = { children: ReactNode; style?: CSSProperties; className?: string; dir: 'ltr' | 'rtl' };

/** A row with one cell: mail programs lay out tables, and keep the direction of a cell only. */
export function Row({ children, style, className, dir }: CellProps) {
  return (
    <tr>
      <td dir={dir} className={className} style={{ padding: '0 32px', ...style }}>
        {children}
      </td>
    </tr>
  );
}

export function Table({
  children,
  style,
  className,
}: {
  children: ReactNode;
  style?: CSSProperties;
  className?: string;
}) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      className={className}
      style={style}
    >
      <tbody>{children}</tbody>
    </table>
  );
}

type Coloured = { colours: MailColours };

export function Paragraph({
  text,
  colours,
  soft = false,
  size = 16,
}: Coloured & { text: string; soft?: boolean; size?: number }) {
  const style = { margin: '0 0 16px', whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;
  const look = { fontFamily: sans, fontSize: size, lineHeight: 1.55, color: soft ? colours.soft : colours.ink };
  return (
    <p className={soft ? 'soft' : 'ink'} style={{ ...style, ...look }}>
      {text}
    </p>
  );
}

/** The button, which is a cell with a background: Outlook draws no background of a link. */
export function Button({ label, href, colours }: Coloured & { label: string; href: string }) {
  const link = {
    display: 'inline-block',
    padding: '13px 24px',
    fontFamily: sans,
    fontSize: 16,
    fontWeight: 600,
  } as const;
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '8px 0 24px' }}>
      <tbody>
        <tr>
          <td className="button" style={{ background: colours.accent, borderRadius: 8 }}>
            <a href={href} style={{ ...link, color: colours.onAccent, textDecoration: 'none' }}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export function Group({
  group: { title, lines },
  colours,
  dir,
}: Coloured & { group: LetterGroup; dir: 'ltr' | 'rtl' }) {
  const heading = {
    margin: '16px 0 4px',
    fontFamily: sans,
    fontSize: 13,
    fontWeight: 600,
    color: colours.soft,
  } as const;
  const cell = { padding: '10px 0', borderTop: `1px solid ${colours.line}`, overflowWrap: 'anywhere' } as const;
  const line = { fontFamily: sans, fontSize: 16, lineHeight: 1.45 };
  return (
    <>
      {title && (
        <h2 className="soft" style={heading}>
          {title}
        </h2>
      )}
      <Table style={{ margin: '0 0 20px' }}>
        {lines.map(({ text, detail, href }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a mail do not change.
          <tr key={index}>
            <td dir={dir} className="line" style={cell}>
              {href ? (
                <a
                  className="link"
                  href={href}
                  style={{ ...line, color: colours.link, fontWeight: 600, textDecoration: 'none' }}
                >
                  {text}
                </a>
              ) : (
                <span className="ink" style={{ ...line, color: colours.ink }}>
                  {text}
                </span>
              )}
              {detail && <Message text={detail} colours={colours} style={line} />}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
