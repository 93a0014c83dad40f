import type { AddressParts } from './address-parts.ts';
import { editDistance } from './edit-distance.ts';

/**
 * How two addresses stand to each other: one door, one door but for a slip, one building, one street,
 * one town, or nothing in common. The order of the two never matters.
 */
export type AddressMatch =
  | 'same'
  | 'similar'
  | 'building'
  | 'street'
  | 'place'
  | 'different'
  | 'missing';

/** Compares two addresses, either of which may be missing. */
export function compareAddresses(a: AddressParts | null, b: AddressParts | null): AddressMatch {
  if (!a || !b) return 'missing';
  const place = comparePlaces(a, b);
  const street = compareStreets(a, b);
  if (street === 'different' || isContrary(a.direction, b.direction)) {
    return place === 'same' ? 'place' : 'different';
  }
  if (!a.number || a.number !== b.number) {
    if (place === 'different') return 'different';
    return a.number && b.number ? 'street' : place === 'same' ? 'similar' : 'street';
  }
  if (isContrary(a.unit, b.unit)) return place === 'different' ? 'different' : 'building';
  if (place === 'different') return 'street';
  return street === 'same' && isPostcodeAlike(a, b) ? 'same' : 'similar';
}

const isContrary = (a: string, b: string) => a !== '' && b !== '' && a !== b;

function isPostcodeAlike(a: AddressParts, b: AddressParts): boolean {
  return !isContrary(a.postcode, b.postcode);
}

function comparePlaces(a: AddressParts, b: AddressParts): 'same' | 'unknown' | 'different' {
  if (a.postcode && a.postcode === b.postcode) return 'same';
  const shared = a.place.some((word) => b.place.includes(word));
  if (shared) return 'same';
  const bothPlaced = (a.postcode && b.postcode) || (a.place.length > 0 && b.place.length > 0);
  return bothPlaced ? 'different' : 'unknown';
}

function compareStreets(a: AddressParts, b: AddressParts): 'same' | 'similar' | 'different' {
  const [one, other] = [a.street.join(''), b.street.join('')];
  if (!one || !other) return 'different';
  if (one === other) return 'same';
  const shorter = Math.min(one.length, other.length);
  if (shorter >= 4 && editDistance(one, other) <= (shorter >= 8 ? 2 : 1)) return 'similar';
  const shared = a.street.filter((word) => word.length > 3 && b.street.includes(word));
  return shared.length > 0 ? 'similar' : 'different';
}
