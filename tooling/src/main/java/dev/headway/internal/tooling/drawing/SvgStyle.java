package dev.headway.internal.tooling.drawing;

/** What an {@link SvgDrawing} looks like, by day and by night. */
final class SvgStyle {
    /** How many colours there are for lanes: {@code c0}, {@code c1} and so on as lines, {@code f0} and so on as areas. */
    static final int COLOURS = 6;

    static final String SHEET = """
            <style>
              .background { fill: #ffffff } .id { fill: #111827; font-weight: 600 } .message { fill: #4b5563 }
              .tag { fill: #f3f4f6; stroke: #d1d5db } .tagged { fill: #374151 }
              .head .tag { fill: #dbeafe; stroke: #93c5fd } .head .tagged { fill: #1e40af }
              .current .tag { fill: #fef3c7; stroke: #fcd34d } .current .tagged { fill: #92400e }
              .way { fill: none; stroke-width: 2.5; stroke-linecap: round }
              .needs { fill: none; stroke: #6b7280; stroke-width: 1.5; stroke-dasharray: 4 3 }
              .dot { stroke-width: 2.5 } .full { stroke: #ffffff } .ring { fill: #ffffff } .halo { fill: #fbbf24 }
              .c0 { stroke: #2563eb } .c1 { stroke: #d97706 } .c2 { stroke: #059669 }
              .c3 { stroke: #c026d3 } .c4 { stroke: #dc2626 } .c5 { stroke: #0891b2 }
              .f0 { fill: #2563eb } .f1 { fill: #d97706 } .f2 { fill: #059669 }
              .f3 { fill: #c026d3 } .f4 { fill: #dc2626 } .f5 { fill: #0891b2 }
              @media (prefers-color-scheme: dark) {
                .background { fill: #111827 } .id { fill: #f9fafb } .message { fill: #9ca3af }
                .tag { fill: #1f2937; stroke: #4b5563 } .tagged { fill: #d1d5db }
                .head .tag { fill: #1e3a8a; stroke: #3b82f6 } .head .tagged { fill: #dbeafe }
                .current .tag { fill: #78350f; stroke: #d97706 } .current .tagged { fill: #fef3c7 }
                .needs { stroke: #9ca3af } .full { stroke: #111827 } .ring { fill: #111827 }
                .c0 { stroke: #60a5fa } .c1 { stroke: #f59e0b } .c2 { stroke: #34d399 }
                .c3 { stroke: #e879f9 } .c4 { stroke: #f87171 } .c5 { stroke: #22d3ee }
                .f0 { fill: #60a5fa } .f1 { fill: #f59e0b } .f2 { fill: #34d399 }
                .f3 { fill: #e879f9 } .f4 { fill: #f87171 } .f5 { fill: #22d3ee }
              }
            </style>
            """;

    private SvgStyle() {}
}
