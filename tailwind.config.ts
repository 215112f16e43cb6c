import type { Config } from 'tailwindcss';

/** Every colour is a role, defined once for light and dark in app/globals.css; no component names a colour of its own. */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)',
        raised: 'var(--raised)',
        sunken: 'var(--sunken)',
        ink: { DEFAULT: 'var(--ink)', soft: 'var(--ink-soft)', faint: 'var(--ink-faint)' },
        line: { DEFAULT: 'var(--line)', strong: 'var(--line-strong)' },
        accent: {
          DEFAULT: 'var(--accent)',
          hover: 'var(--accent-hover)',
          on: 'var(--accent-on)',
          text: 'var(--accent-text)',
          soft: 'var(--accent-soft)',
        },
        good: { DEFAULT: 'var(--good)', soft: 'var(--good-soft)' },
        warn: { DEFAULT: 'var(--warn)', soft: 'var(--warn-soft)' },
        bad: { DEFAULT: 'var(--bad)', soft: 'var(--bad-soft)', on: 'var(--bad-on)' },
        calm: { DEFAULT: 'var(--calm)', soft: 'var(--calm-soft)' },
      },
      fontFamily: {
        sans: ['var(--font-inter)', 'var(--font-inter-extended)', 'system-ui', 'sans-serif'],
        serif: ['var(--font-newsreader)', 'var(--font-newsreader-extended)', 'Georgia', 'serif'],
      },
      fontSize: {
        '2xs': ['0.6875rem', { lineHeight: '1rem' }],
        // The team's pages set --title-size, because their titles stand above dense lists.
        title: [
          'var(--title-size, clamp(2rem, 1.55rem + 2vw, 2.875rem))',
          { lineHeight: '1.1', letterSpacing: '-0.018em' },
        ],
        section: ['clamp(1.375rem, 1.25rem + 0.5vw, 1.625rem)', { lineHeight: '1.25', letterSpacing: '-0.01em' }],
        figure: ['clamp(1.75rem, 1.5rem + 1vw, 2.25rem)', { lineHeight: '1.1', letterSpacing: '-0.015em' }],
      },
      borderRadius: { sheet: '1.25rem', card: '0.875rem', field: '0.625rem' },
      boxShadow: {
        raised: '0 1px 2px rgb(60 48 30 / 0.04), 0 8px 24px -12px rgb(60 48 30 / 0.10)',
        floating: '0 2px 6px rgb(40 30 15 / 0.08), 0 24px 48px -16px rgb(40 30 15 / 0.28)',
      },
      maxWidth: { page: '72rem', prose: '42rem', form: '34rem' },
    },
  },
} satisfies Config;
