using System.Reflection;
using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Charts;
using SkiaSharp;

namespace ChannelBot.Pictures;

/// <summary>Draws a chart as PNG, for where SVG is not shown. Its letters come with it, so that every machine draws the same.</summary>
public static class ChartPng
{
    /// <summary>Pixels for one of the drawing's: sharp on a phone and on a projector.</summary>
    private const int Sharpness = 2;

    private static readonly SKColor s_ink = SKColor.Parse(ChartDrawing.Ink);
    private static readonly SKColor s_bar = SKColor.Parse(ChartDrawing.BarColour);
    private static readonly SKColor s_faint = SKColor.Parse(ChartDrawing.Faint);

    private static readonly Lazy<SKTypeface> s_plain = new(() => Typeface("DejaVuSans.ttf"));
    private static readonly Lazy<SKTypeface> s_bold = new(() => Typeface("DejaVuSans-Bold.ttf"));

    public static byte[] Of(Chart chart)
    {
        var drawing = ChartDrawing.Of(chart);
        using var surface = SKSurface.Create(new SKImageInfo(ChartDrawing.Width * Sharpness, drawing.Height * Sharpness, SKColorType.Rgba8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(Sharpness);
        foreach (var shape in drawing.Shapes)
        {
            Draw(canvas, shape);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, Shape shape)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = s_ink };
        switch (shape)
        {
            case Words words:
                using (var font = new SKFont((words.IsBold ? s_bold : s_plain).Value, (float)words.Size) { Subpixel = true, Hinting = SKFontHinting.None })
                {
                    canvas.DrawText(words.Text, (float)words.X, (float)words.Y, words.IsCentred ? SKTextAlign.Center : SKTextAlign.Left, font, paint);
                }

                break;
            case Box box:
                Draw(canvas, box, paint);
                break;
            case Line line:
                paint.Color = line.IsInk ? s_ink : s_faint;
                paint.StrokeWidth = line.IsInk ? 1.5f : 1;
                canvas.DrawLine((float)line.X, (float)line.Top, (float)line.X, (float)line.Bottom, paint);
                break;
            case Arrow arrow:
                paint.StrokeWidth = 2;
                var (x, y, size) = ((float)arrow.X, (float)arrow.Y, (float)arrow.Size);
                canvas.DrawLine(x - size, y - size, x, y, paint);
                canvas.DrawLine(x - size, y + size, x, y, paint);
                break;
        }
    }

    private static void Draw(SKCanvas canvas, Box box, SKPaint paint)
    {
        var place = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
        paint.Color = s_bar;
        if (box.Fill is Fill.Solid)
        {
            canvas.DrawRect(place, paint);
        }
        else if (box.Fill is Fill.Fading)
        {
            using var shader = SKShader.CreateLinearGradient(new SKPoint(place.Left, 0), new SKPoint(place.Right, 0), [s_bar, s_bar.WithAlpha(20)], SKShaderTileMode.Clamp);
            paint.Shader = shader;
            canvas.DrawRect(place, paint);
        }
        else
        {
            canvas.Save();
            canvas.ClipRect(place, antialias: true);
            paint.StrokeWidth = 3;
            for (var x = place.Left - place.Height; x < place.Right; x += 8.5f)
            {
                canvas.DrawLine(x, place.Bottom, x + place.Height, place.Top, paint);
            }

            canvas.Restore();
        }
    }

    private static SKTypeface Typeface(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The library was built without '{name}'.");
        return SKTypeface.FromStream(stream);
    }
}
