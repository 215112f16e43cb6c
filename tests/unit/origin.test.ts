import { describe, expect, it } from 'vitest';
import { originOf } from '@/lib/http/origin';

const headers = (forwarded: string | null, peer = '10.0.0.9') =>
  new Headers({ 'x-oriel-peer': peer, ...(forwarded === null ? {} : { 'x-forwarded-for': forwarded }) });

describe('where a request comes from', () => {
  it('without trusted proxies a forwarded address is a claim, and the socket decides', () => {
    expect(originOf(headers('1.2.3.4'), 0).ip).toBe('10.0.0.9');
  });

  it('behind one proxy it is the address which that proxy saw, whatever the visitor wrote before', () => {
    expect(originOf(headers('6.6.6.6, 1.2.3.4'), 1).ip).toBe('1.2.3.4');
    expect(originOf(headers('1.2.3.4'), 1).ip).toBe('1.2.3.4');
  });

  it('behind two it is the second from the end', () => {
    expect(originOf(headers('6.6.6.6, 1.2.3.4, 10.0.0.1'), 2).ip).toBe('1.2.3.4');
  });

  it('fewer hops than proxies gives the outermost one known', () => {
    expect(originOf(headers(null), 2).ip).toBe('10.0.0.9');
  });

  it.each([
    ['198.51.100.7:50211', '198.51.100.7'],
    ['[2001:db8::7]:50211', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['2001:DB8:0::7', '2001:db8::7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['[::ffff:198.51.100.7]:1', '198.51.100.7'],
    ['unknown', null],
    ['198.51.100.7; drop', null],
    ['0x7f.1', null],
    [`${'1'.repeat(70_000)}:1`, null],
  ])('a hop %j is the address %j', (hop, ip) => {
    expect(originOf(headers(`6.6.6.6, ${hop}`), 1).ip).toBe(ip);
  });

  it('a browser’s name is kept, but not a novel', () => {
    const long = new Headers({ 'user-agent': 'x'.repeat(5000) });
    expect(originOf(long, 0).userAgent).toHaveLength(300);
  });
});
