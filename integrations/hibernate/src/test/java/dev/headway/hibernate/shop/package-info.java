/** Entities of a shop, mapped in many ways. */
package dev.headway.hibernate.shop;
