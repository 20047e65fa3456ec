SELECT 'naïve';
