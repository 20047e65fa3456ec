/**
 * What an application touches: annotate a class with {@link dev.headway.Revision @Revision}, implement {@link
 * dev.headway.Migration}, call {@link dev.headway.Migrations#upgradeToHead()}.
 */
@NullMarked
package dev.headway;

import org.jspecify.annotations.NullMarked;
